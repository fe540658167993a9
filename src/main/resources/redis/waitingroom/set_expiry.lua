-- Makes Redis forget the queue after a time, or keep it.
-- Arguments: expires_after_ms (0: keep).
-- Answer: expires_after_ms.
-- A queue that is forgotten looks like one that Redis has lost. load_queue tells them apart: all tickets are over then.
-- Cost: O(1).
load_queue(0)
queue.rests_until = (arguments.expires_after_ms > 0) and now + arguments.expires_after_ms or 0
save_state()
if arguments.expires_after_ms == 0 then
	for _, key in ipairs(KEYS) do
		redis.call('PERSIST', key)
	end
end
return { 'expires_after_ms', arguments.expires_after_ms }
