-- The tick: lets in who may come in. Answers {waiting, inside}.
step()
return { redis.call('ZCARD', w), redis.call('ZCARD', a) }
