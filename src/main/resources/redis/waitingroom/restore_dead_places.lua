-- Restores dead places that the caller remembers, after Redis has lost them.
-- List: the dead places.
-- Answer: snapshot.
-- Cost: O(log n) for each place.
load_queue(0)
for i = 2, #ARGV do
	mark_dead(tonumber(ARGV[i]))
end
queue.death_count = math.max(queue.death_count, arguments.known_death_count)
return { 'snapshot', snapshot() }
