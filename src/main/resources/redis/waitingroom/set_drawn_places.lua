-- Stores the numbers that drew the next places.
-- Arguments: first_place. List: the numbers that drew this place and the following ones.
-- Answer: places_known (the last place whose number is known), front.
-- A place is dead at once if its member left or went away before the opening. A member who went away may come back within the grace. Right after the opening all other members
-- are registered. Later they have polled and registered.
-- Cost: O(log n) for each place.
local first = arguments.first_place
load_queue(0)

local function answer()
	save_state()
	return { 'places_known', queue.places_known, 'front', queue.front }
end

if is_before_opening() or queue.places_known ~= first - 1 then
	return answer()
end
for i = 2, #ARGV do
	local place = first + i - 2
	local member, polled_at = string.match(redis.call('HGET', early, ARGV[i]) or '', '^(.+):(%d+)$')
	if not member or polled_at == '0' then
		mark_dead(place)
	elseif tonumber(polled_at) < queue.early_polls_until - arguments.absence_ms then
		mark_dead(place)
		keep_aside(place, tonumber(ARGV[i]), 'ABSENT', member)
		queue.lapsed_count = queue.lapsed_count + 1
	elseif place > queue.front and now < queue.drawn_at + arguments.absence_ms
			and not redis.call('ZSCORE', inside, member) then
		register(member, place)
	end
end
queue.places_known = first + #ARGV - 2
if queue.places_known >= queue.drawn_places then
	redis.call('UNLINK', early)
end
advance()
return answer()
