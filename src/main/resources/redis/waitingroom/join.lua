-- Gives the member the next number, or tells the one they have. ARGV 15 member, 16 whether new places are given (0, 1).
-- Answers {{place}, snapshot}; the place is GIVEN or KNOWN, or CLOSED if there is none to be had. SETTLING after a loss.
local member = ARGV[15]
begin(0)
if settling() then
	return { 'SETTLING' }
end
open()
local given = ARGV[16] == '1'
local number, issued = number_of(member)
if number and final_status(member, number) then
	if is_prequeue() and given then
		come_back(member, number)
	else
		number = nil
	end
end
if number then
	return { { place_of('KNOWN', number, issued) }, snapshot() }
end
if not given then
	return { { place_of('CLOSED', 0, now) }, snapshot() }
end
q.next = q.next + 1
redis.call('HSET', u, member, string.format('%d:%.0f', q.next, now))
if is_prequeue() then
	redis.call('HSET', pq, q.next, string.format('%s:%.0f', member, now))
elseif q.next <= q.front + q.band then
	register(member, q.next)
end
return { { place_of('GIVEN', q.next, now) }, snapshot() }
