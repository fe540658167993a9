-- Gives the member the next number, or tells the one they have. ARGV 15 member, 16 whether new places are given (0, 1).
-- Answers as `answer`: GIVEN or KNOWN with the number, CLOSED if there is none to be had, SETTLING after a loss.
local member = ARGV[15]
begin(0)
if settling() then
	return { 'SETTLING' }
end
open()
local number, issued = number_of(member)
if number then
	return answer('KNOWN', number, issued)
end
if ARGV[16] == '0' then
	return answer('CLOSED', 0, now)
end
q.next = q.next + 1
redis.call('HSET', u, member, string.format('%d:%.0f', q.next, now))
if is_prequeue() then
	redis.call('HSET', pq, q.next, string.format('%s:%.0f', member, now))
elseif q.next <= q.front + q.band then
	register(member, q.next)
end
return answer('GIVEN', q.next, now)
