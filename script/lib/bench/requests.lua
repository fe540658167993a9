-- For wrk: sends the requests of a file in turn, and prints a result for another program.
-- Each line of the file has a path, then header names and values, separated by tabs.

local threads = 0

-- Threads start at different lines, so they do not send the same request at the same time.
function setup(thread)
	thread:set('place', threads)
	threads = threads + 1
end

function init(args)
	requests = {}
	for line in io.lines(args[1]) do
		local parts = {}
		for part in (line .. '\t'):gmatch('([^\t]*)\t') do
			parts[#parts + 1] = part
		end
		local headers = {}
		for i = 2, #parts - 1, 2 do
			headers[parts[i]] = parts[i + 1]
		end
		requests[#requests + 1] = wrk.format('GET', parts[1], headers)
	end
	at = math.floor(place * #requests / 2)
end

function request()
	at = at % #requests + 1
	return requests[at]
end

function done(summary, latency)
	local e = summary.errors
	print(string.format('result %d %d %d %d %d', summary.requests, summary.duration, latency:percentile(50),
		latency:percentile(99), e.connect + e.read + e.write + e.status + e.timeout))
end
