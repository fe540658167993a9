-- Ends the place with this number, if it has not ended, and takes a step.
-- Arguments: member, number, status (a final status).
-- Answer: status (the final status of the place), snapshot.
-- Cost: O(log n) and a step.
local member, number, status = arguments.member, arguments.number, arguments.status
load_queue(0)
local current = number_of(member)
if current == number then
	finish(member, status)
	step()
	return { 'status', status, 'snapshot', snapshot() }
end
local ended = final_status(member, number)
if ended and status == 'COMPLETED' then
	-- a member who has paid has completed, even if the last seat was sold or the time was over before
	redis.call('HSET', final_statuses, status_key(member, number), 'COMPLETED')
	return { 'status', 'COMPLETED', 'snapshot', snapshot() }
end
if not ended and not current and now < queue.readmission_until then
	-- Redis has lost the place, and the member has not polled since
	store_final_status(member, number, status)
	return { 'status', status, 'snapshot', snapshot() }
end
return { 'status', ended or 'EXPIRED', 'snapshot', snapshot() }
