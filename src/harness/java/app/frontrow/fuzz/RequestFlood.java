package app.frontrow.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;

import app.frontrow.journey.ConcurrentRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends requests by the hundred from several threads, and looks whether those that were
 * refused have left everything as it was. A hundred that hold accepted ones as well are
 * sent again without these, until all are refused.
 */
final class RequestFlood {

	private static final Logger log = LoggerFactory.getLogger(RequestFlood.class);

	private static final int THREADS = 4;

	/** An answer that takes longer is told of. */
	private static final long SLOW_MILLIS = 3_000;

	private static final int ROUNDS = 6;

	private final RawHttpClient wire;

	private final StoreDigest state;

	private final BiFunction<RequestDraft, RawReply, String> verdict;

	private final Map<String, Map<Integer, Integer>> outcomes = new TreeMap<>();

	private final List<String> faults = new ArrayList<>();

	private final Set<String> kinds = new HashSet<>();

	private int sent;

	private int unrest;

	RequestFlood(RawHttpClient wire, StoreDigest state, BiFunction<RequestDraft, RawReply, String> verdict) {
		this.wire = wire;
		this.state = state;
		this.verdict = verdict;
	}

	/** Sends all of them. */
	void send(List<RequestDraft> drafts) {
		List<RequestDraft> batch = drafts;
		for (int round = 0; round < ROUNDS && !batch.isEmpty(); round++) {
			String horizon = this.state.horizon();
			Map<String, String> before = this.state.digest(horizon);
			List<RequestDraft> accepted = exchange(batch);
			Map<String, String> after = this.state.digest(horizon);
			if (before.equals(after)) {
				return;
			}
			if (accepted.isEmpty()) {
				blame(batch, before, after);
				return;
			}
			batch = batch.stream().filter((draft) -> !accepted.contains(draft)).toList();
		}
		this.unrest += batch.size();
	}

	/** Requests that were never seen among refused ones only. */
	int unrest() {
		return this.unrest;
	}

	/** How often each operation was answered with each status. */
	Map<String, Map<Integer, Integer>> outcomes() {
		return this.outcomes;
	}

	/** What was wrong, at most the first few. */
	List<String> faults() {
		return this.faults;
	}

	/** How many were sent. */
	int sent() {
		return this.sent;
	}

	/** Sends a batch; the requests among it that may have changed something. */
	private List<RequestDraft> exchange(List<RequestDraft> batch) {
		int share = (batch.size() + THREADS - 1) / THREADS;
		List<Callable<List<RequestDraft>>> shares = new ArrayList<>();
		for (int from = 0; from < batch.size(); from += share) {
			List<RequestDraft> part = batch.subList(from, Math.min(from + share, batch.size()));
			shares.add(() -> exchange(part, address()));
		}
		return ConcurrentRunner.call(THREADS, shares).stream().flatMap(List::stream).toList();
	}

	private List<RequestDraft> exchange(List<RequestDraft> part, String address) {
		List<RequestDraft> accepted = new ArrayList<>();
		try (RawHttpClient line = this.wire.from(address)) {
			for (RequestDraft draft : part) {
				int status = exchange(draft, line);
				if ((status < 400 || draft.topsUp()) && !draft.isSafe()) {
					accepted.add(draft);
				}
			}
		}
		return accepted;
	}

	private int exchange(RequestDraft draft, RawHttpClient line) {
		long from = System.nanoTime();
		try {
			RawReply reply = send(draft, line);
			long millis = (System.nanoTime() - from) / 1_000_000;
			if (millis > SLOW_MILLIS) {
				log.warn("An answer took {} ms: {}", millis, draft);
			}
			note(draft, reply, this.verdict.apply(draft, reply));
			return reply.status();
		}
		catch (AssertionError | RuntimeException failure) {
			note(draft, RawReply.NONE, failure.toString());
			line.close();
			return 0;
		}
	}

	/** Does what a 503 asks for, and comes again once: a store may have been slow. */
	private static RawReply send(RequestDraft draft, RawHttpClient line) {
		RawReply reply = line.send(draft.bytes(), draft.broken);
		String pause = reply.header("retry-after");
		if (reply.status() != 503 || pause == null) {
			return reply;
		}
		log.warn("To come again after {} s: {}", pause, draft);
		LockSupport.parkNanos(Duration.ofSeconds(Long.parseLong(pause)).toNanos());
		return line.send(draft.bytes(), draft.broken);
	}

	/** Nothing was accepted, and yet something changed: each is asked again alone. */
	private void blame(List<RequestDraft> batch, Map<String, String> before, Map<String, String> after) {
		after.entrySet().removeAll(before.entrySet());
		List<RequestDraft> culprits = batch.stream().filter(this::changesSomething).toList();
		synchronized (this) {
			this.faults.add("Refused requests changed " + after.keySet() + ": "
					+ (culprits.isEmpty() ? "one of " + batch : culprits));
		}
	}

	private boolean changesSomething(RequestDraft draft) {
		String horizon = this.state.horizon();
		Map<String, String> before = this.state.digest(horizon);
		exchange(List.of(draft));
		return !this.state.digest(horizon).equals(before);
	}

	private synchronized void note(RequestDraft draft, RawReply reply, String fault) {
		this.sent++;
		this.outcomes.computeIfAbsent(draft.operation, (name) -> new TreeMap<>())
			.merge(reply.status(), 1, Integer::sum);
		if (fault != null && this.kinds.add(fault + draft.spoilt)) {
			this.faults.add(fault + ": " + draft + "\n-> " + reply);
		}
	}

	/** Changes, so that limits by address come late. */
	private synchronized String address() {
		return "127." + (1 + this.sent % 200) + "." + (this.sent / 200 % 250) + ".1";
	}

}
