-- Gives the member the next number, or returns the number that the member has.
-- Arguments: member, gives_new_places (true or false).
-- Answer: status: GIVEN, KNOWN, CLOSED if the member gets no place, or SETTLING after a loss.
-- All except SETTLING also return places (one row, with that status) and snapshot.
-- Cost: O(1); O(log n) within the band.
local member, gives_new_places = arguments.member, arguments.gives_new_places
load_queue(0)
if is_settling() then
	return { 'status', 'SETTLING' }
end

local function answer(status, number, issued_at)
	return { 'status', status, 'places', { place_row(status, number, issued_at) }, 'snapshot', snapshot() }
end

open_sales()
local number, issued_at = number_of(member)
if number and final_status(member, number) then
	if is_before_opening() and gives_new_places then
		rejoin(member, number)
	else
		number = nil
	end
end
if number then
	return answer('KNOWN', number, issued_at)
end
if not gives_new_places then
	return answer('CLOSED', 0, now)
end
number = queue.last_number + 1
queue.last_number = number
store_number(member, number, now)
if is_before_opening() then
	register_early(member, number)
elseif number <= queue.front + queue.band then
	register(member, number)
end
return answer('GIVEN', number, now)
