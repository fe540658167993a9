-- Lets the queue's keys live for a time, ARGV 15 in ms, or for good, 0.
for _, key in ipairs(KEYS) do
	if ARGV[15] == '0' then
		redis.call('PERSIST', key)
	else
		redis.call('PEXPIRE', key, ARGV[15])
	end
end
return 1
