-- The queue of one concert. Every script of the waiting room begins with this text.
-- Promises: never more than `capacity` passes at a time; nobody live is overtaken; one place per member.
-- Costs: O(log n) per member that moves; at most 200 of each kind are moved in one call.
--
-- KEYS  m   hash     next (last number given), epoch, tat (rate budget), stepped (time of the last step),
--                    excused (until when absence does not count)
--       w   zset     waiting members by number
--       hb  zset     waiting members by when they last asked
--       a   zset     members inside by the end of their pass
--       u   hash     member -> "number:issued at"
--       p   hash     member -> "admitted at:claimed (0 or 1)"
--       h   list     times of the latest admissions, newest first
--       t   hash     number -> final status, for an hour
--       te  zset     numbers in t by when they are forgotten
-- ARGV  1 capacity   2 admissions per second   3 claim ms   4 pass ms   5 absence ms   6 seats left
-- All times are milliseconds of this Redis server's clock.
local m, w, hb, a, u, p, h, t, te = unpack(KEYS)
local capacity, rate = tonumber(ARGV[1]), tonumber(ARGV[2])
local claim, pass, absence = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local seats_left = tonumber(ARGV[6])
local BATCH, REMEMBER, HISTORY, BURST, OUTAGE = 200, 3600000, 50, 1000, 5000

local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)

local function number_of(member)
	local place = redis.call('HGET', u, member)
	if not place then
		return nil
	end
	local seq, issued = string.match(place, '^(%d+):(%d+)$')
	return tonumber(seq), tonumber(issued)
end

-- Ends a member's place for good and remembers why.
local function finish(member, status)
	local seq = number_of(member)
	redis.call('ZREM', w, member)
	redis.call('ZREM', hb, member)
	redis.call('ZREM', a, member)
	redis.call('HDEL', u, member)
	redis.call('HDEL', p, member)
	if seq then
		redis.call('HSET', t, seq, status)
		redis.call('ZADD', te, now + REMEMBER, seq)
	end
end

local function finish_all(members, status)
	for _, member in ipairs(members) do
		finish(member, status)
	end
end

local function admit(member)
	redis.call('ZREM', w, member)
	redis.call('ZREM', hb, member)
	redis.call('ZADD', a, now + math.min(claim, pass), member)
	redis.call('HSET', p, member, now .. ':0')
	redis.call('LPUSH', h, now)
	redis.call('LTRIM', h, 0, HISTORY - 1)
end

-- Whether who has not asked for long has gone away. Steps are taken several times a second; after a time without any,
-- nobody could ask, since a store or every instance was down, and all who wait get the whole time of absence again.
local function absence_counts()
	local stepped, excused = unpack(redis.call('HMGET', m, 'stepped', 'excused'))
	redis.call('HSET', m, 'stepped', now)
	if stepped and now - tonumber(stepped) > OUTAGE then
		redis.call('HSET', m, 'excused', now + absence)
		return false
	end
	return not excused or now >= tonumber(excused)
end

-- Lets in as many as there is room and budget for, lowest number first.
local function step()
	finish_all(redis.call('ZRANGEBYSCORE', a, '-inf', now, 'LIMIT', 0, BATCH), 'EXPIRED')
	if absence_counts() then
		finish_all(redis.call('ZRANGEBYSCORE', hb, '-inf', now - absence, 'LIMIT', 0, BATCH), 'EXPIRED')
	end
	for _, seq in ipairs(redis.call('ZRANGEBYSCORE', te, '-inf', now, 'LIMIT', 0, BATCH)) do
		redis.call('HDEL', t, seq)
		redis.call('ZREM', te, seq)
	end
	if seats_left <= 0 then
		finish_all(redis.call('ZRANGE', w, 0, BATCH - 1), 'SOLD_OUT')
		finish_all(redis.call('ZRANGE', a, 0, BATCH - 1), 'SOLD_OUT')
		return
	end
	local room = math.min(capacity, seats_left) - redis.call('ZCARD', a)
	if room <= 0 then
		return
	end
	local tat = tonumber(redis.call('HGET', m, 'tat') or '0')
	local interval = 1000 / rate
	for _, member in ipairs(redis.call('ZRANGE', w, 0, math.min(room, BATCH) - 1)) do
		if math.max(tat, now) - now > BURST - interval and tat > now then
			break
		end
		tat = math.max(tat, now) + interval
		admit(member)
	end
	redis.call('HSET', m, 'tat', string.format('%.3f', tat))
end

-- Where a place stands: {status, now, rank from 0, admitted at, pass ends at, admissions seen, since when}
local function answer(member, seq)
	local final = redis.call('HGET', t, seq)
	if final then
		return { final, now, 0, 0, 0, 0, 0 }
	end
	if number_of(member) ~= seq then
		return { 'EXPIRED', now, 0, 0, 0, 0, 0 }
	end
	local ends = redis.call('ZSCORE', a, member)
	if ends then
		local admitted, claimed = string.match(redis.call('HGET', p, member), '^(%d+):(%d)$')
		if claimed == '0' then
			ends = tonumber(admitted) + pass
			redis.call('ZADD', a, ends, member)
			redis.call('HSET', p, member, admitted .. ':1')
		end
		return { 'ADMITTED', now, 0, tonumber(admitted), math.floor(tonumber(ends)), 0, 0 }
	end
	local seen = redis.call('LLEN', h)
	local since = tonumber(redis.call('LINDEX', h, -1) or '0')
	return { 'WAITING', now, redis.call('ZRANK', w, member), 0, 0, seen, since }
end
