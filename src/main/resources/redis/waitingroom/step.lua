-- The tick: takes a step.
-- Answer: snapshot; also dead_places if the caller does not know all of them.
-- Cost: a step; O(dead places) if they are in the answer.
load_queue(0)
step()
local answer = { 'snapshot', snapshot() }
if queue.death_count ~= arguments.known_death_count + #newly_dead then
	answer[3], answer[4] = 'dead_places', redis.call('ZRANGE', dead_places, 0, -1)
end
return answer
