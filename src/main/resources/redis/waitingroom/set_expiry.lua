-- Makes Redis delete the data of the members after a time, or keep it.
-- Arguments: expires_after_ms (0: keep).
-- Answer: expires_after_ms.
-- The state always stays. A queue without state would look like one that Redis has lost.
-- Cost: O(1).
for _, key in ipairs(KEYS) do
	if arguments.expires_after_ms == 0 then
		redis.call('PERSIST', key)
	elseif key ~= state then
		redis.call('PEXPIRE', key, string.format('%.0f', arguments.expires_after_ms))
	end
end
return { 'expires_after_ms', arguments.expires_after_ms }
