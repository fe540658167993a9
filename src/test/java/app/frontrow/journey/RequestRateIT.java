package app.frontrow.journey;

import java.util.List;
import java.util.stream.IntStream;

import app.frontrow.journey.ApiClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Polls that come much faster than a person sends them are slowed.
 */
class RequestRateIT extends ProductTest {

	private long concert;

	@BeforeEach
	void concertOnSale() {
		this.concert = ConcertFixture.onSale(this.programme, 1);
	}

	@Test
	void memberWhoAsksTooFastIsSlowedAndKeepsThePlace() {
		ApiClient bot = this.audience.member().queue(this.concert);
		ApiClient person = this.audience.member().queue(this.concert);
		List<Answer> answers = ConcurrentRunner.call(8,
				IntStream.range(0, 800).mapToObj((i) -> ConcurrentRunner.task(bot::place)).toList());

		List<Answer> slowed = answers.stream().filter((answer) -> answer.status() != 200).toList();
		assertThat(slowed).isNotEmpty().allSatisfy((answer) -> {
			answer.expectProblem(429, "too-many-requests");
			assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
		});
		assertThat(answers.size() - slowed.size()).isGreaterThanOrEqualTo(30);
		person.place().expect(200);
		await().until(() -> "ADMITTED".equals(bot.place().text("status")));
	}

}
