-- Ends the place with this number, if it has not ended, and lets in who comes next.
-- ARGV 15 member, 16 number, 17 final status. Answers {the final status that holds, snapshot}.
local member, number, status = ARGV[15], tonumber(ARGV[16]), ARGV[17]
begin(0)
local current = number_of(member)
if current == number then
	finish(member, status)
	step()
	return { status, snapshot() }
end
local ended = final_status(member, number)
if ended and status == 'COMPLETED' then
	-- whoever has paid has completed, even if the last seat's sale or the clock ended the place first
	redis.call('HSET', t, key_of(member, number), 'COMPLETED')
	return { 'COMPLETED', snapshot() }
end
if not ended and not current and now < q.recover then
	-- Redis has lost the place and the ticket has not been seen since
	remember_end(member, number, status)
	return { status, snapshot() }
end
return { ended or 'EXPIRED', snapshot() }
