package app.frontrow.demo;

import java.util.concurrent.TimeUnit;

import app.frontrow.FrontrowApplication;
import app.frontrow.RunningProduct;
import app.frontrow.booking.reconciliation.ReconciliationChecker;
import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.concert.Concert;
import app.frontrow.rules.ProvesRule;
import app.frontrow.stores.OnRealStores;
import app.frontrow.stores.Stores;
import app.frontrow.waitingroom.policy.QueueControl;
import app.frontrow.waitingroom.policy.QueueControlService;
import app.frontrow.waitingroom.policy.QueueMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The demo starts on an empty database of its own, with a waiting room that lets in one
 * member every ten seconds.
 */
@SpringBootTest(classes = DemoDataLoaderIT.Clients.class)
@OnRealStores
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class DemoDataLoaderIT {

	private static final String SCHEMA = "frontrow_demo";

	@Autowired
	private Stores stores;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void create() {
		drop();
		this.jdbc.sql("create database " + SCHEMA).update();
	}

	@AfterEach
	void drop() {
		this.jdbc.sql("drop database if exists " + SCHEMA).update();
	}

	@Test
	@ProvesRule(rule = "The demo does not wait for its own waiting room", guard = "DemoQueueSteering.openWide",
			brokenBy = "doing nothing")
	void slowWaitingRoomDoesNotDelayTheStart() {
		try (ConfigurableApplicationContext demo = start()) {
			CatalogueQueryService catalogue = demo.getBean(CatalogueQueryService.class);
			DemoConcertList.CONCERTS.forEach((concert) -> {
				Concert found = catalogue.search(concert.title(), null, 0, 1).items().get(0);
				assertThat(soldSeats(found.id())).as(concert.title())
					.isEqualTo(concert.shows().stream().mapToLong(DemoConcert.Evening::sold).sum());
				assertThat(demo.getBean(QueueControlService.class).getControl(found.id()))
					.isEqualTo(new QueueControl(1, 0.1, QueueMode.OPEN, null));
			});
			assertThat(demo.getBean(DemoMemberFactory.class).incomplete()).isFalse();
			assertThat(demo.getBean(ReconciliationChecker.class).checkAll().differences()).isEmpty();
		}
	}

	private ConfigurableApplicationContext start() {
		String url = this.stores.jdbcUrl().replaceFirst("/[^/?]*(\\?|$)", "/" + SCHEMA + "$1");
		// other tests have queues of concerts with the same ids in Redis' first database
		return new SpringApplicationBuilder(FrontrowApplication.class, DemoDataLoader.class).run("--server.port=0",
				"--spring.datasource.url=" + url, "--spring.datasource.username=" + this.stores.jdbcUser(),
				"--spring.datasource.password=" + this.stores.jdbcPassword(),
				"--spring.data.redis.url=" + this.stores.redisUrl() + "/1",
				"--frontrow.token-key=" + RunningProduct.TOKEN_KEY, "--frontrow.limits.actions=10000",
				"--frontrow.queue.capacity=1", "--frontrow.queue.admissions-per-second=0.1");
	}

	private long soldSeats(long concertId) {
		return this.jdbc.sql(
				"select count(*) from %1$s.seats join %1$s.shows on shows.id = seats.show_id where concert_id = ? and status = 'SOLD'"
					.formatted(SCHEMA))
			.param(concertId)
			.query(Long.class)
			.single();
	}

	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
			JdbcClientAutoConfiguration.class })
	static class Clients {

	}

}
