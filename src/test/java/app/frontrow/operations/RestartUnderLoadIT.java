package app.frontrow.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import app.frontrow.journey.ApiClient;
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
		try (MemberLoad load = MemberLoad.start(clients, this.concert, List.of())) {
			for (ProductInstance instance : this.instances) {
				load.awaitAnswers(50);
				instance.stop();
				instance.start();
			}
			load.awaitAnswers(50);
			Map<String, Long> outcomes = load.finish();
			System.out.println("Answers during two restarts: " + outcomes);
			assertThat(outcomes.keySet()).containsExactlyInAnyOrder("GET 200", "POST 201", "DELETE 200");
		}
		new ReconciliationFixture(jdbc).audit();
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
