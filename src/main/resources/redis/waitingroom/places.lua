-- The places of members: find, register, end. It needs queue.lua before it.
-- Promise: a member has one place. A place that has ended keeps its final status for an hour.
-- Cost: O(log n) for each place.

-- The member's number and the time when it was given.
local function number_of(member)
	local entry = redis.call('HGET', numbers, member)
	if not entry then
		return nil
	end
	local number, issued_at = string.match(entry, '^(%d+):(%d+)$')
	return tonumber(number), tonumber(issued_at)
end

local function store_number(member, number, issued_at)
	wake()
	redis.call('HSET', numbers, member, string.format('%d:%.0f', number, issued_at))
end

local function status_key(member, number)
	return string.format('%d:%s', number, member)
end

local function final_status(member, number)
	return redis.call('HGET', final_statuses, status_key(member, number))
end

local function store_final_status(member, number, status)
	redis.call('HSET', final_statuses, status_key(member, number), status)
	redis.call('ZADD', status_expiry, now + STATUS_LIFETIME_MS, status_key(member, number))
end

local function delete_final_status(key)
	redis.call('HDEL', final_statuses, key)
	redis.call('ZREM', status_expiry, key)
end

-- Marks a place behind the front as dead: it is decided, because its member will not be admitted.
local function mark_dead(place)
	if place > queue.front and redis.call('ZADD', dead_places, place, string.format('%d', place)) == 1 then
		queue.death_count = queue.death_count + 1
		newly_dead[#newly_dead + 1] = place
	end
end

-- Registers a member near the front as present now.
local function register(member, place)
	wake()
	if place <= queue.front + BATCH then
		queue.stepped_at = 0
	end
	redis.call('ZADD', waiting, place, member)
	redis.call('ZADD', last_seen, now, member)
end

-- Records a poll before the opening.
local function register_early(member, number)
	wake()
	redis.call('HSET', early, number, string.format('%s:%.0f', member, now))
end

-- Lets a member who left before the opening return with the same number.
local function rejoin(member, number)
	delete_final_status(status_key(member, number))
	register_early(member, number)
end

-- Ends a member's place with this status. Before the opening the member keeps the number, so that a member who leaves
-- and returns takes part in the draw once.
local function finish(member, status)
	local number = number_of(member)
	local place = redis.call('ZSCORE', waiting, member)
	if place then
		queue.lapsed_count = queue.lapsed_count + 1
		mark_dead(tonumber(place))
	end
	redis.call('ZREM', waiting, member)
	redis.call('ZREM', last_seen, member)
	redis.call('ZREM', inside, member)
	redis.call('HDEL', passes, member)
	if not number then
		return
	end
	if is_before_opening() then
		redis.call('HSET', early, number, member .. ':0')
	else
		redis.call('HDEL', numbers, member)
		redis.call('HDEL', early, number)
	end
	store_final_status(member, number, status)
end

-- Keeps a place for the grace. Other members do not wait for it any more. Redis may not know its member.
local function keep_aside(place, number, status, member)
	local key = string.format('%d', place)
	redis.call('ZADD', aside, now + arguments.grace_ms, key)
	if member then
		redis.call('HSET', aside_members, key, string.format('%d:%s:%s', number, status, member))
	end
end

-- Sets aside a silent member, so that others need not wait. Without a grace the place ends at once.
local function set_aside(member, place, status)
	if arguments.grace_ms <= 0 then
		return finish(member, status)
	end
	local number = number_of(member)
	mark_dead(place)
	queue.lapsed_count = queue.lapsed_count + 1
	redis.call('ZREM', waiting, member)
	redis.call('ZREM', last_seen, member)
	redis.call('ZREM', inside, member)
	redis.call('HDEL', passes, member)
	keep_aside(place, number or place, status, member)
end

-- Returns whether the place is set aside and its member may still come back.
local function is_aside(place)
	local kept_until = redis.call('ZSCORE', aside, string.format('%d', place))
	return kept_until and tonumber(kept_until) > now
end

local function take_back(place)
	redis.call('ZREM', aside, string.format('%d', place))
	redis.call('HDEL', aside_members, string.format('%d', place))
	queue.lapsed_count = queue.lapsed_count - 1
end

-- A pass as it is stored: when it began, whether the member has claimed it (0 or 1), and the place.
local function pass_of(member)
	local admitted_at, claimed, place = string.match(redis.call('HGET', passes, member), '^(%d+):(%d):(%d+)$')
	return tonumber(admitted_at), claimed == '1', tonumber(place)
end

-- Stores a claimed pass that lasts until `ends_at`.
local function store_claimed_pass(member, admitted_at, place, ends_at)
	redis.call('ZADD', inside, ends_at, member)
	redis.call('HSET', passes, member, string.format('%.0f:1:%d', admitted_at, place))
end

-- A place in an answer. One call may answer many of them, so they have no names:
-- status, number, issued at, people ahead (-1 before the opening), admitted at, end of the pass.
-- A seventh value, 1, says that this call gave out the pass.
local function place_row(status, number, issued_at, people_ahead, admitted_at, pass_ends_at, claimed_now)
	return { status, number, issued_at, people_ahead or 0, admitted_at or 0, pass_ends_at or 0, claimed_now }
end
