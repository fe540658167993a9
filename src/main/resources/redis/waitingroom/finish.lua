-- Ends the place with this number, if it has not ended, and lets in who comes next.
-- ARGV 7 member, 8 number (0: whichever the member has), 9 final status. Answers the final status that holds.
local member, seq = ARGV[7], tonumber(ARGV[8])
local current = number_of(member)
if current and (seq == 0 or current == seq) then
	finish(member, ARGV[9])
	step()
	return ARGV[9]
end
return redis.call('HGET', t, seq) or 'EXPIRED'
