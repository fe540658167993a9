-- Records that members are present, takes a step unless one was just taken, and returns the states of their places.
-- Polls near the front use it.
-- List: four values for each member: member, number, issued at, place (0 if the caller does not know it).
-- Answer: status: DONE, or SETTLING after a loss. DONE also answers places (a row for each member) and snapshot.
-- A row has the status ABSENT or NOT_TAKEN if the member was away too long, as a waiter or as an admitted member.
-- A row has the status DRAWN if the caller must repeat the call with the place that the number drew.
-- Cost: O(log n) for each member and at most one step. One call takes some 64 members, so the list has no names.
local looks, highest = {}, 0
for i = 2, #ARGV, 4 do
	local look = { member = ARGV[i], number = tonumber(ARGV[i + 1]), issued_at = tonumber(ARGV[i + 2]),
		place = tonumber(ARGV[i + 3]) }
	looks[#looks + 1] = look
	highest = math.max(highest, look.number)
end
load_queue(highest)
if is_settling() then
	return { 'status', 'SETTLING' }
end
open_sales()

-- Returns whether the place has not ended. If Redis has lost the member, the ticket is enough to register again.
local function is_alive(look)
	local member, number, place = look.member, look.number, look.place
	local own = number_of(member)
	look.waits = redis.call('ZSCORE', waiting, member)
	if look.waits or redis.call('ZSCORE', inside, member) then
		return own == number
	end
	local decided = not is_before_opening()
		and (place <= queue.front or redis.call('ZSCORE', dead_places, place))
	local returns = decided and is_aside(place)
	if (own and own ~= number) or (decided and not returns and now >= queue.readmission_until) then
		if own == number then
			redis.call('HDEL', numbers, member)
		end
		return false
	end
	if returns then
		take_back(place)
	end
	if not own then
		store_number(member, number, look.issued_at)
	end
	if is_before_opening() then
		register_early(member, number)
	elseif place <= queue.front + queue.band then
		register(member, place)
		look.waits = true
	end
	return true
end

local some_pass_is_over = false

-- Renews a claim lease that is over, if no step has ended it yet. So a member who comes a moment late still comes in.
-- A claimed pass that is over is not renewed. It needs a step now.
local function accept_late(member)
	local ends_at = tonumber(redis.call('ZSCORE', inside, member) or now + 1)
	if ends_at <= now then
		local _, claimed = pass_of(member)
		if arguments.grace_ms > 0 and not claimed then
			redis.call('ZADD', inside, claim_lease_end(), member)
		else
			some_pass_is_over = true
		end
	end
end

local function mark_present(look)
	look.must_say_place = queue.drawn_places and look.number <= queue.drawn_places and look.place == 0
	if look.must_say_place then
		return
	end
	look.place = (look.place > 0) and look.place or look.number
	look.final = final_status(look.member, look.number)
	look.alive = not look.final and is_alive(look)
	if look.alive and look.waits then
		redis.call('ZADD', last_seen, now, look.member)
	elseif look.alive then
		accept_late(look.member)
	end
end

-- The first poll of an admitted member turns the claim lease into the pass.
local function claim_pass(look, lease_ends_at)
	local admitted_at, claimed = pass_of(look.member)
	local ends_at = tonumber(lease_ends_at)
	if not claimed then
		ends_at = admitted_at + arguments.pass_ms
		store_claimed_pass(look.member, admitted_at, look.place, ends_at)
	end
	return place_row('ADMITTED', look.number, look.issued_at, 0, admitted_at, math.floor(ends_at), not claimed and 1 or nil)
end

-- Returns the row of a place. After a step it reads the values again, because the step may have changed them.
local function standing_of(look, stepped)
	if look.must_say_place then
		return place_row('DRAWN', look.number, look.issued_at)
	end
	local final = look.final
	if stepped then
		final = final_status(look.member, look.number)
	end
	if final then
		return place_row(final, look.number, look.issued_at)
	end
	if not look.alive then
		local sold_out = look.place > queue.sold_out_after and look.place <= queue.sold_out_up_to
		return place_row(sold_out and 'SOLD_OUT' or 'ABSENT', look.number, look.issued_at)
	end
	if arguments.seats_left <= 0 then
		finish(look.member, 'SOLD_OUT')
		return place_row('SOLD_OUT', look.number, look.issued_at)
	end
	local ends_at = (stepped or not look.waits) and redis.call('ZSCORE', inside, look.member)
	if ends_at then
		return claim_pass(look, ends_at)
	end
	if is_before_opening() then
		return place_row('WAITING', look.number, look.issued_at, -1)
	end
	local dead_ahead = redis.call('ZCOUNT', dead_places, '-inf', '(' .. look.place)
	return place_row('WAITING', look.number, look.issued_at, math.max(0, look.place - queue.front - 1 - dead_ahead))
end

for _, look in ipairs(looks) do
	mark_present(look)
end
local must_step = some_pass_is_over or not was_just_taken()
if must_step then
	step()
end
local places = {}
for i, look in ipairs(looks) do
	places[i] = standing_of(look, must_step)
end
return { 'status', 'DONE', 'places', places, 'snapshot', snapshot() }
