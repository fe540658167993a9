-- Marks the member as present, lets in who may come in, and says where the place stands. ARGV 15 member, 16 number,
-- 17 issued at, 18 place, 0 while the caller does not know it. Answers as `answer`; SETTLING after a loss, and DRAWN
-- if the place was drawn by lot and the caller must say which it is.
local member, number, issued, place = ARGV[15], tonumber(ARGV[16]), ARGV[17], tonumber(ARGV[18])
begin(number)
if settling() then
	return { 'SETTLING' }
end
open()
if q.lots and number <= q.lots and place == 0 then
	return answer('DRAWN', number, issued)
end
place = (place > 0) and place or number

-- Knows the member by the ticket, also after a loss; nil if the place has ended.
local function present()
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
		redis.call('HSET', u, member, number .. ':' .. issued)
	end
	if is_prequeue() then
		redis.call('HSET', pq, number, string.format('%s:%.0f', member, now))
	elseif place <= q.front + q.band then
		register(member, place)
	end
	return true
end

local function ended()
	if place > q.sold_from and place <= q.sold_to then
		return answer('SOLD_OUT', number, issued)
	end
	return answer('EXPIRED', number, issued)
end

local here = not final_status(member, number) and present()
if here and redis.call('ZSCORE', w, member) then
	redis.call('ZADD', hb, now, member)
end
step()
local final = final_status(member, number)
if final then
	return answer(final, number, issued)
end
if not here then
	return ended()
end
if seats_left <= 0 then
	finish(member, 'SOLD_OUT')
	return answer('SOLD_OUT', number, issued)
end
local ends = redis.call('ZSCORE', a, member)
if ends then
	local admitted, claimed = string.match(redis.call('HGET', p, member), '^(%d+):(%d):')
	if claimed == '0' then
		ends = tonumber(admitted) + pass
		redis.call('ZADD', a, ends, member)
		redis.call('HSET', p, member, string.format('%s:1:%d', admitted, place))
	end
	return answer('ADMITTED', number, issued, 0, tonumber(admitted), math.floor(tonumber(ends)))
end
if is_prequeue() then
	return answer('WAITING', number, issued, -1)
end
local ahead = place - q.front - 1 - redis.call('ZCOUNT', x, '-inf', '(' .. place)
return answer('WAITING', number, issued, math.max(0, ahead))
