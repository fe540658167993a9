-- The queue of one concert. Every script of the waiting room begins with this text; docs/waiting-room.md is the story.
-- Promises: never more than `capacity` passes at a time; nobody live is overtaken; one place per member; a position
-- never grows. Costs: O(log n) per member that moves; a few hundred of each kind are moved in one call at most.
--
-- KEYS  m   hash     fields of `q` below
--       w   zset     near waiters: member by place
--       hb  zset     near waiters: member by when they last asked
--       a   zset     members inside by the end of their lease or pass
--       u   hash     member -> "number:issued at"
--       p   hash     member -> "admitted at:claimed (0 or 1):place"
--       h   list     times of the latest admissions, newest first
--       t   hash     "number:member" -> final status, for an hour
--       te  zset     fields of t by when they are forgotten
--       x   zset     dead places behind the front
--       pq  hash     who came before the opening: number -> "member:last asked before it", 0 if they left
-- ARGV  1 capacity   2 admissions per second   3 claim ms   4 pass ms   5 absence ms   6 seats left
--       7 opening of sales, ms   8 whether admission is paused (0 or 1)   9 width of the band
--       What the calling instance knows: 10 next   11 front   12 lots, -1 if unknown   13 deaths
--       14 a name for a new epoch; the script's own arguments begin at 15
-- All times are milliseconds of this Redis server's clock.
local m, w, hb, a, u, p, h, t, te, x, pq = unpack(KEYS)
local capacity, rate = tonumber(ARGV[1]), tonumber(ARGV[2])
local claim, pass, absence = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local seats_left, opening, paused = tonumber(ARGV[6]), tonumber(ARGV[7]), ARGV[8] == '1'
local BATCH, SWEEP, REMEMBER, HISTORY, BURST, SETTLE = 200, 500, 3600000, 50, 1000, 2000
local OUTAGE = math.min(5000, absence / 2)

local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)

-- next: last number given. front: every place up to it is decided. band: so many places behind it are near.
-- tat: the rate budget. lots: how many places were drawn, false until the opening. drawn: when that was. heard: until when
-- members could ask before it. seated: up to which of the drawn places it is known whose they are.
-- mark, marked, target, swept: the grace horizon. stepped: time of the last step. excused: until when absence does not
-- count. settle, quarantine, recover: until when, after a loss. deaths, admitted, lapsed: counters.
-- sold_from, sold_to: places that ended as the last seat was sold.
local FIELDS = { 'next', 'front', 'band', 'tat', 'lots', 'drawn', 'heard', 'seated', 'mark', 'marked', 'target', 'swept',
	'stepped', 'excused', 'settle', 'quarantine', 'recover', 'deaths', 'admitted', 'lapsed', 'sold_from', 'sold_to' }
local q, was = {}, {}

local function load()
	q.epoch = redis.call('HGET', m, 'epoch')
	for i, value in ipairs(redis.call('HMGET', m, unpack(FIELDS))) do
		was[FIELDS[i]] = tonumber(value or nil)
		q[FIELDS[i]] = was[FIELDS[i]] or (FIELDS[i] ~= 'lots' and 0)
	end
end

local function save()
	local changed = {}
	for _, name in ipairs(FIELDS) do
		if q[name] and q[name] ~= was[name] then
			changed[#changed + 1] = name
			changed[#changed + 1] = string.format('%.17g', q[name])
		end
	end
	if #changed > 0 then
		redis.call('HSET', m, 'epoch', q.epoch, unpack(changed))
	end
end

-- The grace begins again: nobody could ask, or nobody is known any more.
local function restart_horizon()
	q.mark, q.marked, q.target = q.front + q.band, now, q.swept
end

-- Redis has lost something. For a moment everybody is told to come again while the instances say what they know, each
-- that knows more begins the moment anew; from then on count the time for those inside to come back, and the grace for
-- those who wait.
local function start_over()
	q.settle = now + SETTLE
	q.quarantine, q.recover = q.settle + math.min(claim, 10000), q.settle + pass
	q.excused = q.settle + absence
	q.swept = q.front
	restart_horizon()
	q.marked = q.settle
end

-- Takes over what the caller knows better than this Redis, which then has lost something. A queue whose order was
-- settled once had a life before, even if the caller has not seen it.
local function begin(presented)
	load()
	local next, front, lots = tonumber(ARGV[10]), tonumber(ARGV[11]), tonumber(ARGV[12])
	local lost = next > q.next or front > q.front or (not q.epoch and lots >= 0)
		or (presented > q.next and now >= q.recover)
	q.epoch = q.epoch or ARGV[14]
	q.next, q.front = math.max(q.next, next, presented), math.max(q.front, front)
	q.band = math.max(q.band, tonumber(ARGV[9]))
	if not q.lots and lots >= 0 then
		q.lots, q.seated = lots, lots
	end
	if lost then
		start_over()
	elseif q.marked == 0 then
		restart_horizon()
	end
end

local function settling()
	if now >= q.settle then
		return false
	end
	save()
	return true
end

local function is_prequeue()
	return not q.lots
end

local function number_of(member)
	local place = redis.call('HGET', u, member)
	if not place then
		return nil
	end
	local number, issued = string.match(place, '^(%d+):(%d+)$')
	return tonumber(number), tonumber(issued)
end

local function key_of(member, number)
	return string.format('%d:%s', number, member)
end

local function final_status(member, number)
	return redis.call('HGET', t, key_of(member, number))
end

-- Decides a place behind the front that will not be let in. The caller is told: whoever shows what follows from it
-- must be able to tell a Redis that has lost it.
local newly_dead = {}
local function bury(place)
	if place > q.front and redis.call('ZADD', x, place, string.format('%d', place)) == 1 then
		q.deaths = q.deaths + 1
		newly_dead[#newly_dead + 1] = place
	end
end

local function remember_end(member, number, status)
	redis.call('HSET', t, key_of(member, number), status)
	redis.call('ZADD', te, now + REMEMBER, key_of(member, number))
end

-- Ends a member's place and remembers why. Before the opening the number stays the member's: who leaves and comes back
-- takes part in the draw once.
local function finish(member, status)
	local number = number_of(member)
	local place = redis.call('ZSCORE', w, member)
	if place then
		q.lapsed = q.lapsed + 1
		bury(tonumber(place))
	end
	redis.call('ZREM', w, member)
	redis.call('ZREM', hb, member)
	redis.call('ZREM', a, member)
	redis.call('HDEL', p, member)
	if not number then
		return
	end
	if is_prequeue() then
		redis.call('HSET', pq, number, member .. ':0')
	else
		redis.call('HDEL', u, member)
		redis.call('HDEL', pq, number)
	end
	remember_end(member, number, status)
end

-- The member who left before the opening comes back before it, and has the same number as before.
local function come_back(member, number)
	redis.call('HDEL', t, key_of(member, number))
	redis.call('ZREM', te, key_of(member, number))
	redis.call('HSET', pq, number, string.format('%s:%.0f', member, now))
end

local function finish_all(members, status)
	for _, member in ipairs(members) do
		finish(member, status)
	end
end

-- The member is one of the near waiters, and here.
local function register(member, place)
	redis.call('ZADD', w, place, member)
	redis.call('ZADD', hb, now, member)
end

-- Moves the front over dead places.
local function advance()
	local dead = redis.call('ZRANGE', x, 0, SWEEP - 1)
	local i = 1
	while dead[i] and tonumber(dead[i]) <= q.front + 1 do
		q.front = math.max(q.front, tonumber(dead[i]))
		i = i + 1
	end
	if i > 1 then
		redis.call('ZREMRANGEBYSCORE', x, '-inf', q.front)
	end
end

local function admit(member, place)
	redis.call('ZREM', w, member)
	redis.call('ZREM', hb, member)
	redis.call('ZADD', a, now + math.min(claim, pass), member)
	redis.call('HSET', p, member, string.format('%.0f:0:%d', now, place))
	redis.call('LPUSH', h, now)
	redis.call('LTRIM', h, 0, HISTORY - 1)
	q.front = math.max(q.front, place)
	q.admitted = q.admitted + 1
	advance()
end

-- Who was let in and could not come in gets the whole time to claim the pass again.
local function prolong_leases()
	for _, member in ipairs(redis.call('ZRANGE', a, 0, BATCH - 1)) do
		if string.match(redis.call('HGET', p, member), '^%d+:0:') then
			redis.call('ZADD', a, now + math.min(claim, pass), member)
		end
	end
end

-- Whether who has not asked for long has gone away. Steps are taken several times a second; after a time without any,
-- nobody could ask, since a store or every instance was down, and all who wait get the whole time of absence again.
local function absence_counts()
	local idle = now - q.stepped
	if q.stepped > 0 and idle > OUTAGE then
		q.excused = now + absence
		restart_horizon()
		prolong_leases()
	end
	if idle > OUTAGE / 10 then
		q.stepped = now
	end
	return now >= q.excused
end

-- A place whose member had a whole grace to register and did not is dead.
local function sweep()
	if now - q.marked >= absence then
		q.target, q.mark, q.marked = q.mark, q.front + q.band, now
	end
	q.swept = math.max(q.swept, q.front)
	local last = math.min(q.target, q.next, q.swept + SWEEP)
	if q.swept >= last then
		return
	end
	local taken, known = redis.call('ZRANGEBYSCORE', w, q.swept + 1, last, 'WITHSCORES'), {}
	for i = 2, #taken, 2 do
		known[tonumber(taken[i])] = true
	end
	for place = q.swept + 1, last do
		if not known[place] then
			local before = q.deaths
			bury(place)
			q.lapsed = q.lapsed + q.deaths - before
		end
	end
	q.swept = last
end

local function sell_out()
	finish_all(redis.call('ZRANGE', w, 0, BATCH - 1), 'SOLD_OUT')
	finish_all(redis.call('ZRANGE', a, 0, BATCH - 1), 'SOLD_OUT')
	if q.front < q.next then
		q.sold_from, q.sold_to, q.front = q.front, q.next, q.next
		redis.call('DEL', x)
	end
end

-- On the first call at or after the opening the number of lots is known, and with it everybody's place.
local function open()
	if is_prequeue() and now >= opening then
		q.lots, q.drawn = q.next, now
		-- during an outage nobody could ask
		q.heard = (q.stepped > 0 and now - q.stepped > OUTAGE) and q.stepped or now
		restart_horizon()
	end
end

local function let_in()
	advance()
	local room = math.min(capacity, seats_left) - redis.call('ZCARD', a)
	local interval = 1000 / rate
	for _ = 1, math.min(room, BATCH) do
		local lowest = redis.call('ZRANGE', w, 0, 0, 'WITHSCORES')
		local late = math.max(q.tat, now) - now
		if not lowest[1] or tonumber(lowest[2]) > q.front + 1 or (late > BURST - interval and q.tat > now) then
			break
		end
		q.tat = math.max(q.tat, now) + interval
		admit(lowest[1], tonumber(lowest[2]))
	end
end

-- Lets in as many as there is room and budget for, lowest place first.
local function step()
	open()
	local counts = absence_counts()
	finish_all(redis.call('ZRANGEBYSCORE', a, '-inf', now, 'LIMIT', 0, BATCH), 'EXPIRED')
	if is_prequeue() then
		return
	end
	if counts then
		finish_all(redis.call('ZRANGEBYSCORE', hb, '-inf', now - absence, 'LIMIT', 0, BATCH), 'EXPIRED')
		sweep()
	end
	for _, key in ipairs(redis.call('ZRANGEBYSCORE', te, '-inf', now, 'LIMIT', 0, BATCH)) do
		redis.call('HDEL', t, key)
		redis.call('ZREM', te, key)
	end
	if seats_left <= 0 then
		sell_out()
	elseif not paused and now >= opening and now >= q.quarantine then
		let_in()
	else
		advance()
	end
end

-- What every instance is told with every answer, as it stands now.
local function snapshot()
	save()
	local seen = redis.call('LLEN', h)
	local since = (seen > 0) and tonumber(redis.call('LINDEX', h, -1)) or 0
	return { q.epoch, now, q.next, q.front, redis.call('ZCARD', x), redis.call('ZCARD', w), redis.call('ZCARD', a),
		q.band, q.lots or -1, q.seated, q.deaths, q.admitted, q.lapsed, seen, since,
		(now < q.settle) and 1 or 0, newly_dead }
end

-- How a place stands: {status, number, issued at, people ahead or -1, admitted at, end of the pass}
local function place_of(status, number, issued, ahead, admitted, ends)
	return { status, number, issued, ahead or 0, admitted or 0, ends or 0 }
end
