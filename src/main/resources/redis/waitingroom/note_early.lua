-- Notes that members have polled before the opening. An instance samples and collects these polls.
-- List: three values for each member: member, number, issued at.
-- Answer: status: DONE, or SETTLING after a loss. DONE also answers left (numbers whose members have left) and snapshot.
-- Cost: O(1) for each member. One call takes some hundred members, so the list has no names.
local highest = 0
for i = 3, #ARGV, 3 do
	highest = math.max(highest, tonumber(ARGV[i]))
end
load_queue(highest)
if is_settling() then
	return { 'status', 'SETTLING' }
end

local left = {}
local function note(member, number, issued_at)
	local own = number_of(member)
	if final_status(member, number) then
		left[#left + 1] = number
	elseif is_before_opening() and (not own or own == number) then
		if not own then
			store_number(member, number, issued_at)
		end
		register_early(member, number)
	end
end

for i = 2, #ARGV, 3 do
	note(ARGV[i], tonumber(ARGV[i + 1]), tonumber(ARGV[i + 2]))
end
return { 'status', 'DONE', 'left', left, 'snapshot', snapshot() }
