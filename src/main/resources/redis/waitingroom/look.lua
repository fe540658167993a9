-- Marks the waiting member as present, lets in who may come in, and says where the place stands.
-- ARGV 7 member, 8 number, 9 epoch. Answers as `answer`.
local member, seq = ARGV[7], tonumber(ARGV[8])
if redis.call('HGET', m, 'epoch') ~= ARGV[9] then
	return { 'EXPIRED', now, 0, 0, 0, 0, 0 }
end
if number_of(member) == seq and redis.call('ZSCORE', w, member) then
	redis.call('ZADD', hb, now, member)
end
step()
return answer(member, seq)
