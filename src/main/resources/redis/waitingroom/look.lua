-- Marks members as present, lets in who may come in, and says where their places stand. ARGV from 15 on, four for each
-- of them: member, number, issued at, place (0 while the caller does not know it). Answers {places, snapshot}; a place is
-- DRAWN if it was drawn by lot and the caller must say which it is. SETTLING after a loss.
local looks, latest = {}, 0
for i = 15, #ARGV, 4 do
	local look = { member = ARGV[i], number = tonumber(ARGV[i + 1]), issued = ARGV[i + 2],
		place = tonumber(ARGV[i + 3]) }
	looks[#looks + 1] = look
	latest = math.max(latest, look.number)
end
begin(latest)
if settling() then
	return { 'SETTLING' }
end
open()

-- Knows the member by the ticket, also after a loss; nil if the place has ended.
local function present(look)
	local member, number, place = look.member, look.number, look.place
	if redis.call('ZSCORE', w, member) or redis.call('ZSCORE', a, member) then
		return number_of(member) == number
	end
	local own = number_of(member)
	local decided = not is_prequeue() and (place <= q.front or redis.call('ZSCORE', x, place))
	if (own and own ~= number) or (decided and now >= q.recover) then
		if own == number then
			redis.call('HDEL', u, member)
		end
		return nil
	end
	if not own then
		redis.call('HSET', u, member, number .. ':' .. look.issued)
	end
	if is_prequeue() then
		redis.call('HSET', pq, number, string.format('%s:%.0f', member, now))
	elseif place <= q.front + q.band then
		register(member, place)
	end
	return true
end

local function mark(look)
	look.drawn = q.lots and look.number <= q.lots and look.place == 0
	if look.drawn then
		return
	end
	look.place = (look.place > 0) and look.place or look.number
	look.here = not final_status(look.member, look.number) and present(look)
	if look.here and redis.call('ZSCORE', w, look.member) then
		redis.call('ZADD', hb, now, look.member)
	end
end

local function inside(look, ends)
	local admitted, claimed = string.match(redis.call('HGET', p, look.member), '^(%d+):(%d):')
	if claimed == '0' then
		ends = tonumber(admitted) + pass
		redis.call('ZADD', a, ends, look.member)
		redis.call('HSET', p, look.member, string.format('%s:1:%d', admitted, look.place))
	end
	return place_of('ADMITTED', look.number, look.issued, 0, tonumber(admitted), math.floor(tonumber(ends)))
end

local function stand(look)
	if look.drawn then
		return place_of('DRAWN', look.number, look.issued)
	end
	local final = final_status(look.member, look.number)
	if final then
		return place_of(final, look.number, look.issued)
	end
	if not look.here then
		local sold = look.place > q.sold_from and look.place <= q.sold_to
		return place_of(sold and 'SOLD_OUT' or 'EXPIRED', look.number, look.issued)
	end
	if seats_left <= 0 then
		finish(look.member, 'SOLD_OUT')
		return place_of('SOLD_OUT', look.number, look.issued)
	end
	local ends = redis.call('ZSCORE', a, look.member)
	if ends then
		return inside(look, ends)
	end
	if is_prequeue() then
		return place_of('WAITING', look.number, look.issued, -1)
	end
	local ahead = look.place - q.front - 1 - redis.call('ZCOUNT', x, '-inf', '(' .. look.place)
	return place_of('WAITING', look.number, look.issued, math.max(0, ahead))
end

for _, look in ipairs(looks) do
	mark(look)
end
step()
local places = {}
for i, look in ipairs(looks) do
	places[i] = stand(look)
end
return { places, snapshot() }
