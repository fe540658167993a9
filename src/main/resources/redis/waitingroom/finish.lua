-- Ends the place with this number, if it has not ended, and lets in who comes next.
-- ARGV 7 member, 8 number, 9 final status. Answers the final status that holds.
local member, seq = ARGV[7], tonumber(ARGV[8])
local current = number_of(member)
if current and current == seq then
	finish(member, ARGV[9])
	step()
	return ARGV[9]
end
local ended = redis.call('HGET', t, seq)
if ended and ARGV[9] == 'COMPLETED' then
	-- whoever has paid has completed, even if the last seat's sale or the clock ended the place first
	redis.call('HSET', t, seq, 'COMPLETED')
	return 'COMPLETED'
end
return ended or 'EXPIRED'
