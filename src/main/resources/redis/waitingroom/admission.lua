-- The step: ends passes and places whose time is over, and admits members. It needs queue.lua and places.lua before it.
-- Promise: a member is admitted only if every place ahead is decided, and only while there is room, budget and a seat.
-- Repeating the step is harmless.
-- Cost: O(log n) for each member that is admitted or ended, at most BATCH of each kind and SWEEP_BATCH dead places.

-- Moves the front over dead places.
local function advance()
	local next_dead = redis.call('ZRANGE', dead_places, 0, 0)[1]
	if not next_dead or tonumber(next_dead) > queue.front + 1 then
		return
	end
	local dead = redis.call('ZRANGE', dead_places, 0, SWEEP_BATCH - 1)
	local i = 1
	while dead[i] and tonumber(dead[i]) <= queue.front + 1 do
		queue.front = math.max(queue.front, tonumber(dead[i]))
		i = i + 1
	end
	redis.call('ZREMRANGEBYSCORE', dead_places, '-inf', queue.front)
end

local function claim_lease_end()
	return now + math.min(arguments.claim_ms, arguments.pass_ms)
end

-- Returns whether the last step is so recent that no other one is needed. One step serves all polls of some tens of
-- milliseconds. If a place becomes free or taken, the next poll takes a step at once.
local function was_just_taken()
	return now - queue.stepped_at < arguments.step_share_ms and queue.stepped_at <= now
end

-- Takes a step. Its parts are functions inside, because making a function costs time and most polls take no step.
local function step()
	local function finish_all(members, status)
		for _, member in ipairs(members) do
			finish(member, status)
		end
	end

	-- Ends places whose members did not come back within the grace.
	local function end_aside(limit)
		for _, place in ipairs(redis.call('ZRANGEBYSCORE', aside, '-inf', now, 'LIMIT', 0, limit)) do
			local number, status, member = string.match(redis.call('HGET', aside_members, place) or '', '^(%d+):([A-Z_]+):(.+)$')
			redis.call('ZREM', aside, place)
			redis.call('HDEL', aside_members, place)
			if member and number_of(member) == tonumber(number) then
				redis.call('HDEL', numbers, member)
				store_final_status(member, tonumber(number), status)
			end
		end
	end

	local function admit(member, place)
		redis.call('ZREM', waiting, member)
		redis.call('ZREM', last_seen, member)
		redis.call('ZADD', inside, claim_lease_end(), member)
		redis.call('HSET', passes, member, string.format('%.0f:0:%d', now, place))
		redis.call('LPUSH', admissions, now)
		redis.call('LTRIM', admissions, 0, ADMISSIONS_KEPT - 1)
		queue.newest_admission_at = now
		queue.front = math.max(queue.front, place)
		queue.admitted_count = queue.admitted_count + 1
		advance()
	end

	-- Starts the claim leases again, because these members could not poll.
	local function prolong_leases()
		for _, member in ipairs(redis.call('ZRANGE', inside, 0, BATCH - 1)) do
			local _, claimed = pass_of(member)
			if not claimed then
				redis.call('ZADD', inside, claim_lease_end(), member)
			end
		end
	end

	-- Returns whether a member who did not poll for the absence time counts as absent. Steps are taken several times a second. A time
	-- without steps is an outage of a store or of all instances, so all members get a new absence time.
	local function absence_counts()
		local idle = now - queue.last_step_at
		if queue.last_step_at > 0 and idle > OUTAGE_MS then
			queue.absence_ignored_until = now + arguments.absence_ms
			restart_absence(now)
			prolong_leases()
		end
		if idle > OUTAGE_MS / 10 then
			queue.last_step_at = now
		end
		return now >= queue.absence_ignored_until
	end

	-- A place is dead if its member had a whole absence time to register and did not. It is kept aside for the grace.
	local function sweep()
		if now - queue.absence_started_at >= arguments.absence_ms then
			queue.sweep_end = queue.next_sweep_end
			queue.next_sweep_end, queue.absence_started_at = queue.front + queue.band, now
		end
		queue.swept_up_to = math.max(queue.swept_up_to, queue.front)
		local last = math.min(queue.sweep_end, queue.last_number, queue.swept_up_to + SWEEP_BATCH)
		if queue.swept_up_to >= last then
			return
		end
		local taken = redis.call('ZRANGEBYSCORE', waiting, queue.swept_up_to + 1, last, 'WITHSCORES')
		local registered = {}
		for i = 2, #taken, 2 do
			registered[tonumber(taken[i])] = true
		end
		for place = queue.swept_up_to + 1, last do
			if not registered[place] then
				local before = queue.death_count
				mark_dead(place)
				if queue.death_count > before then
					queue.lapsed_count = queue.lapsed_count + 1
					keep_aside(place)
				end
			end
		end
		queue.swept_up_to = last
	end

	local function end_sold_out()
		finish_all(redis.call('ZRANGE', waiting, 0, BATCH - 1), 'SOLD_OUT')
		finish_all(redis.call('ZRANGE', inside, 0, BATCH - 1), 'SOLD_OUT')
		if queue.front < queue.last_number then
			queue.sold_out_after, queue.sold_out_up_to = queue.front, queue.last_number
			queue.front = queue.last_number
			redis.call('DEL', dead_places)
		end
	end

	-- Returns whether the admission rate allows one more admission now, with a burst (GCRA).
	local function has_budget(interval)
		local late = math.max(queue.next_admission_at, now) - now
		return late <= BURST_MS - interval or queue.next_admission_at <= now
	end

	-- Returns whether the last poll of the member is older than the longest pause between two polls of a near member.
	local function is_silent(member)
		if arguments.grace_ms <= 0 or now < queue.absence_ignored_until then
			return false
		end
		local seen = tonumber(redis.call('ZSCORE', last_seen, member) or now)
		return now - seen > math.min(arguments.claim_ms, arguments.absence_ms)
	end

	-- Stores the values of snapshots about admissions in `queue`, so that polls need not read the list.
	local function note_admissions()
		queue.known_admissions = redis.call('LLEN', admissions)
		queue.oldest_admission_at = tonumber(redis.call('LINDEX', admissions, -1))
	end

	-- Admits the lowest places. It stops at an undecided place without a member, because that member may still
	-- register. A silent member is set aside and takes no room.
	local function let_in()
		advance()
		local room = math.min(arguments.capacity, arguments.seats_left) - redis.call('ZCARD', inside)
		local interval = 1000 / arguments.admissions_per_second
		local admitted_before = queue.admitted_count
		local left = math.min(room, BATCH)
		for _ = 1, 2 * BATCH do
			local lowest = redis.call('ZRANGE', waiting, 0, 0, 'WITHSCORES')
			local member, place = lowest[1], tonumber(lowest[2])
			if left <= 0 or not member or place > queue.front + 1 or not has_budget(interval) then
				break
			end
			if is_silent(member) then
				set_aside(member, place, 'ABSENT')
				advance()
			else
				queue.next_admission_at = math.max(queue.next_admission_at, now) + interval
				admit(member, place)
				left = left - 1
			end
		end
		if queue.admitted_count > admitted_before then
			note_admissions()
		end
	end

	-- Ends passes whose time is over. A member who did not claim the pass is set aside.
	local function end_passes()
		for _, member in ipairs(redis.call('ZRANGEBYSCORE', inside, '-inf', now, 'LIMIT', 0, BATCH)) do
			local _, claimed, place = pass_of(member)
			if claimed then
				finish(member, 'EXPIRED')
			else
				queue.admitted_count = queue.admitted_count - 1
				set_aside(member, place, 'NOT_TAKEN')
			end
		end
	end

	-- Sets aside near members who have not polled for the absence time.
	local function set_absent_aside()
		local absent_since = now - arguments.absence_ms
		for _, member in ipairs(redis.call('ZRANGEBYSCORE', last_seen, '-inf', absent_since, 'LIMIT', 0, BATCH)) do
			set_aside(member, tonumber(redis.call('ZSCORE', waiting, member)), 'ABSENT')
		end
	end

	queue.stepped_at = now
	open_sales()
	local counts = absence_counts()
	end_passes()
	if is_before_opening() then
		return
	end
	if counts then
		set_absent_aside()
		sweep()
	end
	end_aside(BATCH)
	for _, key in ipairs(redis.call('ZRANGEBYSCORE', status_expiry, '-inf', now, 'LIMIT', 0, BATCH)) do
		delete_final_status(key)
	end
	if arguments.seats_left <= 0 then
		end_sold_out()
	elseif not arguments.paused and now >= arguments.sales_open_at and now >= queue.quarantine_until then
		let_in()
	else
		advance()
	end
end
