package app.frontrow.journey;

import java.util.List;
import java.util.stream.IntStream;

import app.frontrow.RunningProduct;
import app.frontrow.catalogue.Programme;
import app.frontrow.journey.ApiClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Who asks much faster than a person would is slowed, and loses nothing by it.
 */
@RunningProduct
class PaceIT {

	private Audience audience;

	private long concert;

	@BeforeEach
	void aConcertOnSale(@LocalServerPort int port, @Autowired JdbcClient jdbc, @Autowired Programme programme) {
		this.audience = new Audience(jdbc, port);
		this.concert = Concerts.onSale(programme, 1);
	}

	@Test
	void whoAsksTooFastIsSlowedAndKeepsThePlace() {
		ApiClient bot = join();
		ApiClient person = join();
		List<Answer> answers = Crowd.call(8, IntStream.range(0, 800).mapToObj((i) -> Crowd.task(bot::place)).toList());

		List<Answer> slowed = answers.stream().filter((answer) -> answer.status() != 200).toList();
		assertThat(slowed).isNotEmpty().allSatisfy((answer) -> {
			answer.expectProblem(429, "too-many-requests");
			assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
		});
		assertThat(answers.size() - slowed.size()).isGreaterThanOrEqualTo(30);
		person.place().expect(200);
		await().until(() -> "ADMITTED".equals(bot.place().text("status")));
	}

	private ApiClient join() {
		ApiClient member = this.audience.member();
		return member.withQueueToken(member.join(this.concert).expect(201).text("queueToken"));
	}

}
