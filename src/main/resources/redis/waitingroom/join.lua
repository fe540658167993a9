-- Gives the member a place: the one they have, or the next one. ARGV 7 member, 8 epoch if the queue is new.
-- Answers {created, epoch, number, issued at, then as `answer`}.
local member = ARGV[7]
redis.call('HSETNX', m, 'epoch', ARGV[8])
step()
local created = 0
local seq, issued = number_of(member)
if not seq then
	created = 1
	seq, issued = redis.call('HINCRBY', m, 'next', 1), now
	redis.call('HSET', u, member, seq .. ':' .. issued)
	redis.call('ZADD', w, seq, member)
	redis.call('ZADD', hb, now, member)
	step()
elseif redis.call('ZSCORE', w, member) then
	redis.call('ZADD', hb, now, member)
end
local place = answer(member, seq)
return { created, redis.call('HGET', m, 'epoch'), seq, issued, unpack(place) }
