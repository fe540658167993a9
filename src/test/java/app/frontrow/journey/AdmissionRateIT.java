package app.frontrow.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import app.frontrow.RunningProduct;
import app.frontrow.catalogue.Programme;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The crowd comes in steadily, not all at once: 20 a second by default.
 */
@RunningProduct
class AdmissionRateIT {

	private static final int PER_SECOND = 20;

	/**
	 * What has gathered while nobody came: one second's worth, and the one at its end.
	 */
	private static final int BURST = PER_SECOND + 1;

	@Test
	void admissionsKeepTheirPace(@LocalServerPort int port, @Autowired JdbcClient jdbc,
			@Autowired Programme programme) {
		long concert = Concerts.onSale(programme, 10);
		List<ApiClient> crowd = Crowd.call(16,
				new Audience(jdbc, port).members(70)
					.stream()
					.map((member) -> Crowd
						.task(() -> member.withQueueToken(member.join(concert).expect(201).text("queueToken"))))
					.toList());
		await().until(() -> crowd.stream().allMatch((member) -> member.place().text("status").equals("ADMITTED")));
		List<Instant> admitted = crowd.stream()
			.map((member) -> Instant.parse(member.place().text("admittedAt")))
			.sorted()
			.toList();
		for (int i = 0; i < admitted.size(); i++) {
			for (int j = i; j < admitted.size(); j++) {
				long millis = Duration.between(admitted.get(i), admitted.get(j)).toMillis();
				assertThat(j - i + 1L).as("admissions within %d ms", millis)
					.isLessThanOrEqualTo(BURST + millis * PER_SECOND / 1000);
			}
		}
	}

}
