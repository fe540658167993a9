package app.frontrow.chaos;

import java.io.UncheckedIOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Random;

import app.frontrow.journey.ApiClient;

/**
 * How requests reach the product: each by a door chosen at random, as a load balancer
 * would. Counts what comes of them, and notices what hangs.
 */
final class Line {

	private static final Duration PATIENCE = Duration.ofSeconds(15);

	/** Longest that an answer may take while the instance itself is there. */
	private static final Duration LONGEST = Duration.ofMillis(10_500);

	private static final Duration SLOW = Duration.ofSeconds(4);

	/** An instance that was away needs a moment. */
	private static final long AFTERMATH = Duration.ofSeconds(3).toNanos();

	private final Site site;

	private final Figures figures;

	private final Random random;

	Line(Site site, Figures figures, long seed) {
		this.site = site;
		this.figures = figures;
		this.random = new Random(seed);
	}

	Figures figures() {
		return this.figures;
	}

	/** Sends by any door. */
	Reply send(ApiClient client, String method, String path, Object body) {
		return send(client, this.random.nextInt(Site.INSTANCES), this.random.nextBoolean(), method, path, body);
	}

	/** Sends to that instance. */
	Reply send(ApiClient client, int instance, boolean throughProxy, String method, String path, Object body) {
		long from = System.nanoTime();
		Reply reply;
		try {
			reply = Reply.of(client.on(this.site.port(instance, throughProxy))
				.within(PATIENCE)
				.send(method, path, (method.equals("POST") && body == null) ? "" : body));
		}
		catch (UncheckedIOException failure) {
			reply = Reply.lost(failure.getCause());
		}
		long to = System.nanoTime();
		long millis = (to - from) / 1_000_000;
		this.figures.count("requests");
		this.figures.count("answers: " + ((reply.status() == 0) ? "none, " + reply.code() : reply.toString()));
		if (!this.site.wasAbsent(instance, from - AFTERMATH, to)) {
			this.figures.peak("longest answer of a running instance, ms", millis);
			if (millis > SLOW.toMillis()) {
				this.figures.example("slow answers, over 4 s",
						"%s %s took %d ms: %s".formatted(method, path, millis, reply));
			}
			if (millis > LONGEST.toMillis() || HttpTimeoutException.class.getSimpleName().equals(reply.code())) {
				this.figures.broken("hung", "%s %s took %d ms: %s".formatted(method, path, millis, reply));
			}
		}
		if (reply.status() == 500 || reply.status() == 404) {
			this.figures.broken("failures (500, 404)", method + " " + path + " answered " + reply.body());
		}
		return reply;
	}

}
