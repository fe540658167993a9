package app.frontrow.waitingroom.simulation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import app.frontrow.waitingroom.place.QueuePlace;
import app.frontrow.waitingroom.simulation.Counts.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The members of a scenario in real time, who poll over HTTP as often as they are told.
 * Nobody goes away. Who is admitted polls no more.
 */
final class HttpCrowd {

	private static final int WORKERS = 16;

	private static final JsonMapper JSON = new JsonMapper();

	private final Scenario scenario;

	private final URI place;

	private final Supplier<QueuePlace> join;

	private final long beganAt;

	private final HttpClient http = HttpClient.newHttpClient();

	private final DelayQueue<Visitor> next = new DelayQueue<>();

	private final Counts counts;

	private long longestDelay;

	/**
	 * Makes a crowd that has not come yet.
	 * @param place the address that tells a member's place
	 * @param join takes a place for another member
	 * @param beganAt {@link System#nanoTime} at the beginning of the scenario
	 */
	HttpCrowd(Scenario scenario, URI place, Supplier<QueuePlace> join, long beganAt) {
		this.scenario = scenario;
		this.place = place;
		this.join = join;
		this.beganAt = beganAt;
		this.counts = new Counts(scenario.length());
	}

	/**
	 * Plays the scenario to its end.
	 * @return the polls, each in the second for which it was told
	 */
	Counts play(long seed) throws InterruptedException, ExecutionException {
		VirtualCrowd arrivals = new VirtualCrowd(this.scenario, new Random(seed));
		for (int member = 0; member < this.scenario.members(); member++) {
			this.next.add(new Visitor(null, arrivals.arrive(member)));
		}
		ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
		try {
			List<Future<?>> running = new ArrayList<>();
			for (int i = 0; i < WORKERS; i++) {
				running.add(workers.submit(this::serve));
			}
			for (Future<?> one : running) {
				one.get();
			}
			return this.counts;
		}
		finally {
			workers.shutdownNow();
		}
	}

	/** How long a poll came after its time at most, because the machine was busy. */
	Duration longestDelay() {
		return Duration.ofMillis(this.longestDelay);
	}

	private Void serve() throws IOException, InterruptedException {
		while (now() < this.scenario.length()) {
			Visitor visitor = this.next.poll(100, TimeUnit.MILLISECONDS);
			if (visitor != null) {
				note(visitor);
				if (visitor.token == null) {
					QueuePlace joined = this.join.get();
					comeAgain(joined.queueToken(), joined.pollAfterMs());
				}
				else {
					poll(visitor);
				}
			}
		}
		return null;
	}

	private synchronized void note(Visitor visitor) {
		this.longestDelay = Math.max(this.longestDelay, now() - visitor.at);
		this.counts.add((visitor.token != null) ? Kind.POLL : Kind.JOIN, visitor.at, 1);
	}

	private void poll(Visitor visitor) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(this.place).header("Queue-Token", visitor.token).build();
		JsonNode answer = JSON.readTree(this.http.send(request, BodyHandlers.ofString()).body());
		switch (answer.at("/status").asString()) {
			case "WAITING" -> comeAgain(visitor.token, answer.at("/pollAfterMs").longValue());
			case "ADMITTED" -> {
				return;
			}
			default -> throw new IOException("This is no place in the queue: " + answer);
		}
	}

	private void comeAgain(String token, long after) {
		long at = now() + after;
		if (at < this.scenario.length()) {
			this.next.add(new Visitor(token, at));
		}
	}

	private long now() {
		return (System.nanoTime() - this.beganAt) / 1_000_000;
	}

	/** A member, and when to act; without a token before joining. */
	private final class Visitor implements Delayed {

		private final String token;

		private final long at;

		Visitor(String token, long at) {
			this.token = token;
			this.at = at;
		}

		@Override
		public long getDelay(TimeUnit unit) {
			return unit.convert(this.at - now(), TimeUnit.MILLISECONDS);
		}

		@Override
		public int compareTo(Delayed other) {
			return Long.compare(this.at, ((Visitor) other).at);
		}

	}

}
