-- The tick: lets in who may come in. Answers {snapshot, dead places if the caller does not know them all}.
begin(0)
step()
local dead = (q.deaths ~= tonumber(ARGV[13]) + #newly_dead) and redis.call('ZRANGE', x, 0, -1) or false
return { snapshot(), dead }
