-- The queue of one concert: its keys, its arguments, and its state.
-- QueueScriptRunner puts queue.lua, places.lua and admission.lua in front of every script. docs/waiting-room.md explains the rules.
-- Promise: at most `capacity` passes at a time. No live member is overtaken. A member has one place. A position never grows.
-- Cost: O(log n) for each member that moves. One call moves a few hundred members of each kind at most.
--
-- KEYS, all with the tag {q:<concert>}:
--   state           hash        the fields in FIELDS below
--   waiting         sorted set  near members by place
--   last_seen       sorted set  near members by the time of their last poll
--   inside          sorted set  members inside by the end of their claim lease or pass
--   numbers         hash        member -> "number:issued at"
--   passes          hash        member -> "admitted at:claimed (0 or 1):place"
--   admissions      list        times of the latest admissions, newest first
--   final_statuses  hash        "number:member" -> final status, for an hour
--   status_expiry   sorted set  fields of final_statuses by the time when they are deleted
--   dead_places     sorted set  dead places behind the front
--   aside           sorted set  places set aside by the time until when their members may come back
--   aside_members   hash        place set aside -> "number:how it ends if nobody comes:member", as far as Redis knows the member
--   early           hash        members from before the opening: number -> "member:last poll before it", 0 if they left
-- A key exists once per queue, so its name may be long. An entry exists once per member, so it has no names inside.
--
-- ARGV[1] is a JSON object with the named arguments. Each script adds its own to these:
--   capacity, admissions_per_second, claim_ms, pass_ms, absence_ms, grace_ms, seats_left, sales_open_at, paused, band
--   created_at: when the concert was added (0: not known); lifetime_ms: a queue without members is forgotten after this time
--   draw_is_over: whether all tickets of the draw have expired, so that Redis may have forgotten it
--   known_last_number, known_front, known_drawn_places (-1 before the opening), known_death_count: what the caller knows
--   step_share_ms: a near poll takes no step if the last one is not older than this
--   new_epoch: a name for the queue's state if Redis has none
-- ARGV[2] and all after it are a list, if the script takes one. A list without names costs half the time of JSON.
-- An answer is a list of names and values: { 'name', value, 'name', value, ... }.
-- All times are milliseconds of this Redis server's clock.
local state, waiting, last_seen, inside, numbers, passes, admissions, final_statuses, status_expiry, dead_places, early,
	aside, aside_members = unpack(KEYS)
local arguments = cjson.decode(ARGV[1])

local BATCH, SWEEP_BATCH, ADMISSIONS_KEPT = 200, 500, 50
local STATUS_LIFETIME_MS, BURST_MS, SETTLING_MS, MAX_QUARANTINE_MS = 3600000, 1000, 2000, 10000
local NEW_CONCERT_MS = 3600000
-- The number of this layout of the keys. Raise it if this release would misread the keys of the new layout. An additional
-- field that this release may ignore needs no new number.
local LAYOUT = 1
local OUTAGE_MS = math.min(5000, arguments.absence_ms / 2)

local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)

-- The fields of `state`, besides `epoch`, a random name that is new after a loss:
local FIELDS = {
	'layout',                -- the number of the layout; 0 if a release without numbers wrote the queue
	'last_number',           -- the last number that was given
	'front',                 -- every place up to it is decided
	'band',                  -- this many places behind the front are near
	'next_admission_at',     -- the rate allows the next admission at this time
	'drawn_places',          -- how many places were drawn; false before the opening
	'drawn_at',              -- when the places were drawn
	'early_polls_until',     -- until when members could poll before the opening
	'places_known',          -- up to this drawn place it is known who has it
	'next_sweep_end',        -- the sweep end of the next absence time
	'absence_started_at',    -- when this absence time began
	'sweep_end',             -- places up to here had a whole absence time to register
	'swept_up_to',           -- places up to here were checked
	'last_step_at',          -- when a step was taken last, written twice a second
	'stepped_at',            -- when a step was taken last; 0 if one is needed at once
	'absence_ignored_until', -- until then nobody is passed over
	'settling_until',        -- after a loss: until then the instances report what they know
	'quarantine_until',      -- after a loss: until then nobody is admitted
	'readmission_until',     -- after a loss: until then a member with a decided place may register again
	'death_count', 'admitted_count', 'lapsed_count', -- lapsed: who left or is set aside
	'known_admissions', 'oldest_admission_at', 'newest_admission_at', -- what `admissions` has
	'created_at',            -- when the concert of this queue was added
	'rests_until',           -- nobody is here; Redis forgets the queue at this time; 0 if it has members
	'sold_out_after', 'sold_out_up_to', -- places in between ended because the last seat was sold
}
local queue, loaded = {}, {}

local function load_state()
	local values = redis.call('HMGET', state, 'epoch', unpack(FIELDS))
	queue.epoch = values[1]
	for i, name in ipairs(FIELDS) do
		local value = values[i + 1]
		loaded[name] = tonumber(value or nil)
		queue[name] = loaded[name] or (name ~= 'drawn_places' and 0)
	end
end

local function save_state()
	local changed = {}
	for _, name in ipairs(FIELDS) do
		if queue[name] and queue[name] ~= loaded[name] then
			changed[#changed + 1] = name
			changed[#changed + 1] = string.format('%.17g', queue[name])
		end
	end
	if #changed > 0 then
		redis.call('HSET', state, 'epoch', queue.epoch, unpack(changed))
	end
	if queue.rests_until > 0 then
		-- also keys that this call has made
		for _, key in ipairs(KEYS) do
			redis.call('PEXPIREAT', key, string.format('%.0f', queue.rests_until))
		end
	elseif (loaded.rests_until or 0) > 0 then
		for _, key in ipairs(KEYS) do
			redis.call('PERSIST', key)
		end
	end
end

-- A queue with members is kept.
local function wake()
	queue.rests_until = 0
end

-- During an upgrade, an instance of this release may meet a queue of the next one. NewerLayoutException knows the error by
-- its first word. Older queues are read as they are.
local function require_known_layout()
	if queue.layout > LAYOUT then
		error('NEWER_LAYOUT: a newer release has written this queue')
	end
end

-- A restored database may give the id of a concert to another one. That concert does not inherit the queue.
-- EarlierConcertException knows the error by its first word.
local function replace_queue_of_earlier_concert()
	-- 0: the caller does not know the concert. If the concert is new, the caller may not have read it yet.
	if arguments.created_at == 0 and now - queue.created_at > NEW_CONCERT_MS then
		return
	end
	if queue.created_at > arguments.created_at then
		error('EARLIER_CONCERT: the queue belongs to a later concert with this id')
	end
	if queue.created_at > 0 and queue.created_at < arguments.created_at then
		redis.call('UNLINK', unpack(KEYS))
		load_state()
	end
	queue.created_at = arguments.created_at
end

-- Starts a new absence time, because members could not poll or Redis has lost them.
local function restart_absence(from)
	queue.next_sweep_end, queue.absence_started_at = queue.front + queue.band, from
	queue.sweep_end = queue.swept_up_to
end

-- Starts the recovery after a loss of writes. While it settles, members poll again and the instances report what they know.
-- A report of a further loss starts the settling again. All other times count from its end.
local function begin_recovery()
	queue.settling_until = now + SETTLING_MS
	queue.quarantine_until = queue.settling_until + math.min(arguments.claim_ms, MAX_QUARANTINE_MS)
	queue.readmission_until = queue.settling_until + arguments.pass_ms
	queue.absence_ignored_until = queue.settling_until + arguments.absence_ms
	queue.swept_up_to = queue.front
	restart_absence(queue.settling_until)
end

-- Loads the state and compares it with what the caller knows. `presented` is the highest number of the caller's tickets.
-- If the caller knows more, Redis has lost writes. A queue whose places were drawn existed before, so a missing epoch
-- is a loss too.
local function load_queue(presented)
	load_state()
	require_known_layout()
	replace_queue_of_earlier_concert()
	queue.layout = LAYOUT
	if queue.rests_until > 0 and redis.call('PTTL', state) < 0 then
		wake() -- an instance of the last release has kept it
	end
	local forgotten = not queue.epoch and arguments.draw_is_over and arguments.known_last_number == 0 and presented == 0
	if not queue.epoch then
		queue.rests_until = now + arguments.lifetime_ms
	end
	local lost = not forgotten and (arguments.known_last_number > queue.last_number or arguments.known_front > queue.front
		or (not queue.epoch and arguments.known_drawn_places >= 0)
		or (presented > queue.last_number and now >= queue.readmission_until))
	queue.epoch = queue.epoch or arguments.new_epoch
	queue.last_number = math.max(queue.last_number, arguments.known_last_number, presented)
	queue.front = math.max(queue.front, arguments.known_front)
	queue.band = math.max(queue.band, arguments.band)
	if not queue.drawn_places and arguments.known_drawn_places >= 0 then
		queue.drawn_places, queue.places_known = arguments.known_drawn_places, arguments.known_drawn_places
	end
	if forgotten then
		-- all these places have ended
		queue.last_number = math.max(queue.last_number, queue.drawn_places)
		queue.front, queue.swept_up_to = queue.last_number, queue.last_number
	end
	if lost then
		begin_recovery()
	elseif queue.absence_started_at == 0 then
		restart_absence(now)
	end
end

local function is_settling()
	if now >= queue.settling_until then
		return false
	end
	save_state()
	return true
end

local function is_before_opening()
	return not queue.drawn_places
end

-- The first call at or after the opening fixes how many places are drawn. So every place is known.
local function open_sales()
	if is_before_opening() and now >= arguments.sales_open_at then
		queue.drawn_places, queue.drawn_at = queue.last_number, now
		-- nobody could poll during an outage
		local was_outage = queue.last_step_at > 0 and now - queue.last_step_at > OUTAGE_MS
		queue.early_polls_until = was_outage and queue.last_step_at or now
		restart_absence(now)
	end
end

-- The places that became dead in this call. Positions in the answer depend on them, so the caller must know them at once.
local newly_dead = {}

-- Saves the state and returns it for the memory of the instance: the values in this order, as one text. A list of names and
-- values takes longer to make than all the rest of a poll. newly_dead follows after a space, separated by commas.
local function snapshot()
	save_state()
	return string.format('%s %.0f %.0f %.0f %.0f %.0f %.0f %.0f %.0f %.0f %.0f %.0f %.0f %.0f %.0f %.0f %d %s', queue.epoch, now,
		queue.last_number, queue.front, redis.call('ZCARD', dead_places), redis.call('ZCARD', waiting),
		redis.call('ZCARD', inside), queue.band, queue.drawn_places or -1, queue.places_known, queue.death_count,
		queue.admitted_count, queue.lapsed_count, queue.known_admissions, queue.oldest_admission_at,
		queue.newest_admission_at, (now < queue.settling_until) and 1 or 0, table.concat(newly_dead, ','))
end
