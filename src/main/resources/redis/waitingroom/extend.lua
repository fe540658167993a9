-- Sets the end of a pass to the end of the member's hold, or back to the pass's own end, whichever is later.
-- ARGV 7 member, 8 number, 9 end of the hold in ms, 0 for none. Answers the end in ms, 0 if there is no pass.
local member, seq = ARGV[7], tonumber(ARGV[8])
if number_of(member) ~= seq or not redis.call('ZSCORE', a, member) then
	return 0
end
local admitted = string.match(redis.call('HGET', p, member), '^(%d+):')
local ends = math.max(tonumber(admitted) + pass, tonumber(ARGV[9]))
redis.call('ZADD', a, ends, member)
redis.call('HSET', p, member, admitted .. ':1')
return ends
