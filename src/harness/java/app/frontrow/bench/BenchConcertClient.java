package app.frontrow.bench;

import java.util.List;
import java.util.Map;

import app.frontrow.journey.ConcertFixture;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Makes concerts and steers their waiting rooms.
 */
final class BenchConcertClient {

	private final BenchClient client;

	private final JdbcTemplate jdbc;

	private final LoggedInMember administrator;

	BenchConcertClient(BenchClient client, JdbcTemplate jdbc, LoggedInMember administrator) {
		this.client = client;
		this.jdbc = jdbc;
		this.administrator = administrator;
	}

	/** Makes a concert on sale. */
	long onSale(String title, int shows) {
		return this.client.post("/api/v1/concerts", this.administrator.api(), ConcertFixture.body(title, shows))
			.expectSuccess()
			.json()
			.get("id")
			.longValue();
	}

	/** The shows of a concert. */
	List<Long> shows(long concert) {
		return this.jdbc.queryForList("select id from shows where concert_id = ? order by starts_at", Long.class,
				concert);
	}

	/** Lets everybody in at once. */
	void openWide(long concert) {
		this.client
			.send("PUT", "/api/v1/admin/concerts/" + concert + "/waiting-room", this.administrator.api(),
					Map.of("capacity", 100_000, "admissionsPerSecond", 100_000, "mode", "OPEN"))
			.expectSuccess();
	}

}
