-- Sets the end of a pass to the end of the member's hold, or back to the pass's own end, whichever is later.
-- ARGV 15 member, 16 number, 17 end of the hold in ms, 0 for none. Answers the end in ms, 0 if there is no pass.
local member, number = ARGV[15], tonumber(ARGV[16])
if number_of(member) ~= number or not redis.call('ZSCORE', a, member) then
	return 0
end
local admitted, place = string.match(redis.call('HGET', p, member), '^(%d+):%d:(%d+)$')
local ends = math.max(tonumber(admitted) + pass, tonumber(ARGV[17]))
redis.call('ZADD', a, ends, member)
redis.call('HSET', p, member, admitted .. ':1:' .. place)
return ends
