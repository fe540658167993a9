-- Tells the places that were drawn by lot: ARGV 15 the first place, 16… the numbers that drew it and the following ones.
-- Who asked within the time of absence waits there, all others' places are dead. Answers how many are known by now.
local first = tonumber(ARGV[15])
begin(0)
if is_prequeue() or q.seated ~= first - 1 then
	save()
	return q.seated
end
for i = 16, #ARGV do
	local place = first + i - 16
	local member, seen = string.match(redis.call('HGET', pq, ARGV[i]) or '', '^(.+):(%d+)$')
	if not member or tonumber(seen) < opening - absence then
		bury(place)
	elseif place > q.front and not redis.call('ZSCORE', a, member) then
		register(member, place)
	end
end
q.seated = first + #ARGV - 16
if q.seated >= math.min(q.lots, q.band) then
	q.seated = q.lots
	redis.call('UNLINK', pq)
end
save()
return q.seated
