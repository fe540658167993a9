package app.frontrow.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.MemberFixture;
import app.frontrow.journey.OutOfProcessTest;
import app.frontrow.journey.ProductInstance;
import app.frontrow.journey.ReconciliationFixture;
import app.frontrow.rules.ProvesRule;
import app.frontrow.stores.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two instances are restarted one after the other, as in an upgrade, while members look,
 * top up, hold and give back. Each answer is as if nothing had happened. It takes about a
 * minute for each proxy.
 */
@OutOfProcessTest
@Tag("ops")
class RestartUnderLoadIT {

	private static final int MEMBERS = 6;

	private final Map<String, AtomicInteger> outcomes = new ConcurrentHashMap<>();

	private final ExecutorService threads = Executors.newFixedThreadPool(MEMBERS);

	private volatile boolean ends;

	private List<ProductInstance> instances;

	private List<ApiClient> members;

	private long concert;

	@BeforeEach
	void start(@Autowired Stores stores, @Autowired JdbcClient jdbc) {
		this.instances = ProductInstance.startAll(List.of("restarted-1", "restarted-2"), stores,
				Map.of("SERVER_TOMCAT_REMOTEIP_INTERNAL_PROXIES", "127.0.0.1/32", "FRONTROW_SHUTDOWN_DRAIN", "5s"));
		MemberFixture audience = new MemberFixture(jdbc, this.instances.get(0).port());
		this.concert = ConcertFixture.onSale(audience.admin(), 1);
		this.members = audience.inside(MEMBERS, this.concert);
	}

	@AfterEach
	void end() {
		this.ends = true;
		this.threads.shutdownNow();
		if (this.instances != null) {
			this.instances.forEach(ProductInstance::close);
		}
	}

	@Test
	@EnabledIf(value = "app.frontrow.operations.NginxProcess#isInstalled", disabledReason = "nginx is not installed")
	@ProvesRule(rule = "A restart behind nginx is not noticed", guard = "DrainFilter.doFilter",
			brokenBy = "answering in the last second as before")
	void restartBehindNginxIsNotNoticed(@Autowired JdbcClient jdbc) throws Exception {
		try (NginxProcess nginx = NginxProcess.start(Path.of("target", "nginx-restart"), ports())) {
			restartUnderLoad(this.members.stream().map((member) -> at(nginx, member)).toList(), jdbc);
		}
	}

	@Test
	@EnabledIf(value = "app.frontrow.operations.HaproxyProcess#isInstalled",
			disabledReason = "HAProxy is not installed")
	@ProvesRule(rule = "A restart behind HAProxy is not noticed", guard = "DrainService.onApplicationEvent",
			brokenBy = "leaving out the wait")
	void restartBehindHaproxyIsNotNoticed(@Autowired JdbcClient jdbc) throws Exception {
		try (HaproxyProcess haproxy = HaproxyProcess.start(Path.of("target", "haproxy-restart"), ports())) {
			restartUnderLoad(this.members.stream().map((member) -> member.on(haproxy.port())).toList(), jdbc);
		}
	}

	private void restartUnderLoad(List<ApiClient> clients, JdbcClient jdbc) throws Exception {
		List<Future<Integer>> topUps = new ArrayList<>();
		for (int seat = 1; seat <= clients.size(); seat++) {
			ApiClient client = clients.get(seat - 1);
			int own = seat;
			topUps.add(this.threads.submit(() -> visit(client, own)));
		}
		for (ProductInstance instance : this.instances) {
			TimeUnit.SECONDS.sleep(3);
			instance.stop();
			instance.start();
		}
		TimeUnit.SECONDS.sleep(3);
		this.ends = true;
		for (int member = 0; member < clients.size(); member++) {
			long toppedUp = topUps.get(member).get();
			assertThat(clients.get(member).balance()).isEqualTo(toppedUp);
		}
		Map<String, Integer> seen = this.outcomes.entrySet()
			.stream()
			.collect(
					Collectors.toMap(Map.Entry::getKey, (entry) -> entry.getValue().get(), Integer::sum, TreeMap::new));
		System.out.println("Answers during two restarts: " + seen);
		assertThat(seen.keySet()).containsExactlyInAnyOrder("GET 200", "POST 201", "DELETE 200");
		new ReconciliationFixture(jdbc).audit();
	}

	/** A member's requests until the end; returns what was topped up, in won. */
	private int visit(ApiClient member, int seat) {
		int toppedUp = 0;
		long show = member.firstShow(this.concert);
		while (!this.ends) {
			count("GET", () -> member.with("Accept", "text/html").get("/"));
			count("GET", () -> member.get("/api/v1/wallet"));
			count("GET", () -> member.place());
			if (count("POST", () -> member.with("Idempotency-Key", UUID.randomUUID().toString()).charge(1)) == 201) {
				toppedUp++;
			}
			String[] held = new String[1];
			count("POST", () -> {
				Answer answer = member.hold(show, seat);
				held[0] = answer.text("id");
				return answer;
			});
			if (held[0] != null) {
				count("DELETE", () -> member.cancel(held[0]));
			}
		}
		return toppedUp;
	}

	private int count(String method, Supplier<Answer> request) {
		String outcome;
		int status = 0;
		try {
			Answer answer = request.get();
			status = answer.status();
			outcome = (status < 300) ? method + " " + status : answer.request() + " " + status;
		}
		catch (UncheckedIOException failure) {
			outcome = method + " " + failure.getCause();
		}
		this.outcomes.computeIfAbsent(outcome, (first) -> new AtomicInteger()).incrementAndGet();
		return status;
	}

	private List<Integer> ports() {
		return this.instances.stream().map(ProductInstance::port).toList();
	}

	private static ApiClient at(NginxProcess nginx, ApiClient member) {
		try {
			return member.on(nginx.client().build(), nginx.url());
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

}
