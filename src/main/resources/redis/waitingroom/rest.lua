-- Lets what is known of members live for a time, ARGV 15 in ms, or for good, 0. What is known of the queue stays for
-- good: a Redis that had none of it would look like one that has lost it.
for i, key in ipairs(KEYS) do
	if ARGV[15] == '0' then
		redis.call('PERSIST', key)
	elseif i > 1 then
		redis.call('PEXPIRE', key, ARGV[15])
	end
end
return 1
