package app.frontrow.chaos;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import app.frontrow.journey.ApiClient;

/**
 * How requests reach the product: each by a door chosen at random, as a load balancer
 * would. Counts what comes of them. A client gives up after a while and does not know;
 * its request is watched on, since one that is never answered although all runs is a
 * promise broken. How long an answer takes otherwise is a figure.
 */
final class LoadBalancedClient {

	private static final Duration PATIENCE = Duration.ofSeconds(15);

	/** Time without an answer that cannot be the machine's slowness. */
	private static final Duration HANG = Duration.ofSeconds(60);

	/** As long as a request is watched; faults do not count as time without an answer. */
	private static final Duration WATCHED = Duration.ofMinutes(4);

	private static final Duration SLOW = Duration.ofSeconds(4);

	private static final ExecutorService REQUESTS = Executors.newCachedThreadPool((work) -> {
		Thread thread = new Thread(work, "request");
		thread.setDaemon(true);
		return thread;
	});

	private final ChaosEnvironment site;

	private final ChaosReport figures;

	private final Random random;

	LoadBalancedClient(ChaosEnvironment site, ChaosReport figures, long seed) {
		this.site = site;
		this.figures = figures;
		this.random = new Random(seed);
	}

	ChaosReport figures() {
		return this.figures;
	}

	ChaosEnvironment site() {
		return this.site;
	}

	/** Sends by any door. */
	ClientReply send(ApiClient client, String method, String path, Object body) {
		return send(client, this.random.nextInt(ChaosEnvironment.INSTANCES), this.random.nextBoolean(), method, path,
				body);
	}

	/** Sends to that instance. */
	ClientReply send(ApiClient client, int instance, boolean throughProxy, String method, String path, Object body) {
		ApiClient door = client.on(this.site.port(instance, throughProxy)).within(WATCHED);
		CompletableFuture<ClientReply> asked = CompletableFuture.supplyAsync(
				() -> ask(door, instance, method, path, (method.equals("POST") && body == null) ? "" : body), REQUESTS);
		ClientReply reply = await(asked);
		this.figures.count("requests");
		this.figures.count("answers: " + ((reply.status() == 0) ? "none, " + reply.code() : reply.toString()));
		return reply;
	}

	private static ClientReply await(CompletableFuture<ClientReply> asked) {
		try {
			return asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException patienceOver) {
			return ClientReply.lost("given up after " + PATIENCE.toSeconds() + " s");
		}
		catch (ExecutionException failure) {
			throw new IllegalStateException(failure.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private ClientReply ask(ApiClient door, int instance, String method, String path, Object body) {
		long from = System.nanoTime();
		this.site.underWay().incrementAndGet();
		ClientReply reply;
		try {
			reply = ClientReply.of(door.send(method, path, body));
		}
		catch (UncheckedIOException failure) {
			reply = ClientReply.lost(failure.getCause().getClass().getSimpleName());
		}
		finally {
			this.site.underWay().decrementAndGet();
		}
		long millis = this.site.calmNanos(instance, from, System.nanoTime()) / 1_000_000;
		String what = "%s %s took %d ms while all ran: %s".formatted(method, path, millis, reply);
		this.figures.peak("longest answer while all ran, ms", millis);
		if (millis > SLOW.toMillis()) {
			this.figures.example("slow answers, over 4 s", what);
		}
		if (millis > HANG.toMillis()) {
			this.figures.broken("hung", what);
		}
		boolean gone = reply.status() == 404 && !this.site.concernsCancelledShow(path, body);
		if (reply.status() == 500 || gone) {
			this.figures.broken("failures (500, 404)", method + " " + path + " answered " + reply.body());
		}
		return reply;
	}

}
