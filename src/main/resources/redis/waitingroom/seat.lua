-- Tells who drew the next places: ARGV 15 the first place, 16… the numbers that drew it and the following ones. The place
-- of who had left or gone away before the opening is dead, and costs no time. Right after the opening, who was there is
-- registered at once; later they have asked by themselves. Answers {up to which place it is known, front}.
local first = tonumber(ARGV[15])
begin(0)
if is_prequeue() or q.seated ~= first - 1 then
	save()
	return { q.seated, q.front }
end
for i = 16, #ARGV do
	local place = first + i - 16
	local member, seen = string.match(redis.call('HGET', pq, ARGV[i]) or '', '^(.+):(%d+)$')
	if not member or tonumber(seen) < q.heard - absence then
		bury(place)
	elseif place > q.front and now < q.drawn + absence and not redis.call('ZSCORE', a, member) then
		register(member, place)
	end
end
q.seated = first + #ARGV - 16
if q.seated >= q.lots then
	redis.call('UNLINK', pq)
end
advance()
save()
return { q.seated, q.front }
