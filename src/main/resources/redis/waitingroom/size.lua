-- Measures a queue.
-- KEYS: all keys of the queue; the fifth one is the hash of the members' numbers.
-- Answer: bytes of all keys, as Redis estimates them; members with a number.
-- Cost: O(1).
local bytes = 0
for _, key in ipairs(KEYS) do
	bytes = bytes + (redis.call('MEMORY', 'USAGE', key) or 0)
end
return { bytes, redis.call('HLEN', KEYS[5]) }
