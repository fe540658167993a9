-- Sets the end of a pass: the end of the member's hold, or the normal end of the pass if that is later.
-- Arguments: member, number, hold_ends_at (0 without a hold).
-- Answer: pass_ends_at (0 if the member has no pass).
-- Cost: O(log n).
local member = arguments.member
load_queue(0)
save_state()
if number_of(member) ~= arguments.number or not redis.call('ZSCORE', inside, member) then
	return { 'pass_ends_at', 0 }
end
local admitted_at, _, place = pass_of(member)
local ends_at = math.max(admitted_at + arguments.pass_ms, arguments.hold_ends_at)
store_claimed_pass(member, admitted_at, place, ends_at)
return { 'pass_ends_at', ends_at }
