package app.frontrow.office.board;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import app.frontrow.catalogue.concert.Show;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.ConcurrentRunner;
import app.frontrow.journey.ProductTest;
import app.frontrow.office.board.SaleHistoryWriter.Turn;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.store.DatabaseTimeConverter;
import app.frontrow.waitingroom.QueueFigures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The history of a sale counts everything once, whichever instances write it and however
 * often.
 */
@Tag("database")
class SaleHistoryIT extends ProductTest {

	/** No concert of a test has such a number. */
	private static final long QUEUE = 900_000_000L;

	@Autowired
	private SaleHistoryWriter history;

	@AfterEach
	void letTheJobGoOn() {
		this.jdbc.sql("update sale_history_progress set next_run_at = utc_timestamp(6) where id = 1").update();
	}

	@Test
	@ProvesRule(rule = "The history of a sale counts each order once", guard = "SaleHistoryWriter.HELD",
			brokenBy = "adding to the count instead of replacing it")
	void ordersAreCountedOnceHoweverOftenTheyAreCounted() {
		Show show = ConcertFixture.showOnSale(this.programme, this.catalogue);
		List<ApiClient> fans = this.audience.inside(3, show.concertId());
		for (int seat = 1; seat <= 3; seat++) {
			ApiClient fan = fans.get(seat - 1);
			fan.charge(500_000).expect(201);
			String order = fan.hold(show.id(), seat).expect(201).text("id");
			if (seat > 1) {
				fan.pay(order).expect(201);
			}
			if (seat > 2) {
				fan.cancel(order).expect(200);
			}
		}
		String expected = "3 admitted, 3 joined, 3 held, 2 paid of 300000, 1 refunded of 150000";
		await().until(() -> count(show.concertId()).equals(expected));

		for (int run = 0; run < 3; run++) {
			this.jdbc.sql(
					"update sale_history_progress set counted_until = utc_timestamp(6) - interval 30 minute where id = 1")
				.update();
			Instant before = countedUntil();
			await().until(() -> countedUntil().isAfter(before.plus(Duration.ofMinutes(25))));
			assertThat(count(show.concertId())).isEqualTo(expected);
		}
	}

	@Test
	@ProvesRule(rule = "Two instances do not write the same part of the history", guard = "SaleHistoryWriter.advance",
			brokenBy = "leaving out the comparison with counted_until")
	void onlyOneOfManyWritersWrites() {
		Turn turn = takeTurn();
		QueueFigures figures = figures(70, 40);

		List<Boolean> written = ConcurrentRunner
			.rush(Collections.<Callable<Boolean>>nCopies(6, () -> this.history.write(turn, Map.of(QUEUE, figures))));

		assertThat(written).containsOnlyOnce(true);
		assertThat(count(QUEUE)).startsWith("40 admitted, 70 joined");
		assertThat(this.history.write(takeTurn(), Map.of(QUEUE, figures))).isTrue();
		assertThat(count(QUEUE)).startsWith("40 admitted, 70 joined");
		assertThat(this.history.write(takeTurn(), Map.of(QUEUE, figures(75, 2)))).isTrue();
		assertThat(count(QUEUE)).as("Redis lost the count of admissions").startsWith("42 admitted, 75 joined");
	}

	@Test
	void aCountThatGotSmallerBeganAgain() {
		assertThat(SaleHistoryWriter.growth(5, 8)).isEqualTo(3);
		assertThat(SaleHistoryWriter.growth(5, 5)).isZero();
		assertThat(SaleHistoryWriter.growth(5, 2)).isEqualTo(2);
	}

	/** The job of the running product takes turns too. */
	private Turn takeTurn() {
		return await().until(() -> {
			this.jdbc.sql("update sale_history_progress set next_run_at = utc_timestamp(6) where id = 1").update();
			return this.history.takeTurn(Duration.ofMinutes(1));
		}, Optional::isPresent).get();
	}

	private static QueueFigures figures(long joined, long admitted) {
		return new QueueFigures(Instant.now(), joined, 0, 0, admitted, 0, null, null);
	}

	private Instant countedUntil() {
		return this.jdbc.sql("select counted_until from sale_history_progress")
			.query((row, number) -> DatabaseTimeConverter.readInstant(row, "counted_until"))
			.single();
	}

	private String count(long concert) {
		return this.jdbc
			.sql("""
					select concat(coalesce(sum(admitted), 0), ' admitted, ', coalesce(sum(joined), 0), ' joined, ',
					  coalesce(sum(held), 0), ' held, ', coalesce(sum(paid), 0), ' paid of ', coalesce(sum(paid_sum), 0), ', ',
					  coalesce(sum(refunded), 0), ' refunded of ', coalesce(sum(refunded_sum), 0))
					from sale_minutes where concert_id = ?""")
			.param(concert)
			.query(String.class)
			.single();
	}

}
