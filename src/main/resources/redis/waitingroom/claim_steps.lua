-- Shares the steps of all queues between the instances: each step is claimed by one of them.
-- KEYS[1]: hash, concert -> when its step was claimed last.
-- List: two values for each queue: concert, milliseconds between two steps.
-- Answer: the concerts whose step is due. The caller must take these steps.
-- Cost: O(queues), about a microsecond each. An instance that fails after a claim delays a queue by one interval.
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local due = {}
for i = 1, #ARGV, 2 do
	local last = tonumber(redis.call('HGET', KEYS[1], ARGV[i]) or 0)
	if now - last >= tonumber(ARGV[i + 1]) or last > now then
		due[#due + 1] = ARGV[i]
		redis.call('HSET', KEYS[1], ARGV[i], now)
	end
end
redis.call('PEXPIRE', KEYS[1], 3600000)
return due
