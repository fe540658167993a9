package app.frontrow.journey;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import app.frontrow.RunningProduct;
import app.frontrow.catalogue.Catalogue;
import app.frontrow.catalogue.Programme;
import app.frontrow.journey.ApiClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * One place for each member, one member for each place, and no more inside than there are
 * seats to be had.
 */
@RunningProduct
@TestPropertySource(properties = { "frontrow.queue.capacity=1000", "frontrow.queue.admissions-per-second=100000",
		"frontrow.queue.claim=10m" })
class AdmissionRulesIT {

	@Autowired
	private Programme programme;

	@Autowired
	private Catalogue catalogue;

	@Autowired
	private StringRedisTemplate redis;

	private Audience audience;

	@BeforeEach
	void anAudience(@LocalServerPort int port, @Autowired JdbcClient jdbc) {
		this.audience = new Audience(jdbc, port);
	}

	@Test
	void oneMemberWithManyWindowsHasOnePlace() {
		long concert = Concerts.onSale(this.programme, 1);
		ApiClient member = this.audience.member();
		List<Answer> answers = Crowd.rush(Collections.nCopies(30, () -> member.join(concert)));
		assertThat(Crowd.outcomes(answers)).isEqualTo(Map.of("201", 1, "200", 29));
		assertThat(answers).extracting((answer) -> answer.text("queueToken"))
			.containsOnly(answers.get(0).text("queueToken"));
		assertThat(new Places(this.redis, concert).inside()).isEqualTo(1);
	}

	@Test
	void aHundredMembersHaveAHundredPlaces() {
		long concert = Concerts.onSale(this.programme, 10);
		List<ApiClient> members = this.audience.members(100);
		List<Answer> answers = Crowd
			.rush(members.stream().map((member) -> Crowd.task(() -> member.join(concert))).toList());
		assertThat(Crowd.outcomes(answers)).isEqualTo(Map.of("201", 100));
		assertThat(answers).extracting((answer) -> Places.number(answer.text("queueToken")))
			.containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 100).boxed().toList());
		assertThat(answers).extracting((answer) -> answer.text("memberId")).doesNotHaveDuplicates();
	}

	@Test
	void noMoreAreLetInThanThereAreSeatsLeft() {
		long concert = Concerts.onSale(this.programme, 1);
		long show = this.catalogue.shows(concert).get(0).id();
		Places places = new Places(this.redis, concert);
		ApiClient buyer = this.audience.member().comeIn(concert);
		buyer.charge(600_000).expect(201);
		buyer.pay(buyer.hold(show, 1, 2, 3, 4).expect(201).text("id")).expect(201);
		await().until(() -> places.inside() == 0);

		List<ApiClient> members = this.audience.members(60)
			.stream()
			.map((member) -> member.withQueueToken(member.join(concert).expect(201).text("queueToken")))
			.toList();
		assertThat(List.of(places.inside(), places.waiting())).containsExactly(46, 14);
		assertThat(members.get(46).place().number("position")).isEqualTo(1);
		members.get(0).delete("/api/v1/queue-tokens/current").expect(204);
		assertThat(members.get(46).place().text("status")).isEqualTo("ADMITTED");
		assertThat(List.of(places.inside(), places.waiting())).containsExactly(46, 13);
	}

}
