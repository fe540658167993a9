package app.frontrow.catalogue;

import java.time.Duration;

import app.frontrow.catalogue.cache.SeatsLeftRepository;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.ProductTest;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Seats are sold between the moment when an edit reads a show and the moment when it
 * writes it.
 */
@Tag("database")
class ShowSeatCountIT extends ProductTest {

	@Autowired
	private ShowScheduler shows;

	@Autowired
	private ShowChangeService changes;

	@Autowired
	private SeatsLeftRepository seatsLeft;

	@Test
	@ProvesRule(rule = "Seats that are sold while a show is moved stay counted", guard = "ShowEntity.seatsLeft",
			brokenBy = "leaving out updatable = false")
	void seatsSoldDuringAMoveStayCounted(@Autowired PlatformTransactionManager transactions,
			@Autowired JdbcClient jdbc) {
		Show show = ConcertFixture.showOnSale(this.programme, this.catalogue);
		TransactionTemplate sale = new TransactionTemplate(transactions);
		sale.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		new TransactionTemplate(transactions).executeWithoutResult((edit) -> {
			// the edit works with what it has read first
			assertThat(this.shows.find(show.concertId())).isNotEmpty();
			sale.executeWithoutResult((sold) -> this.seatsLeft.subtractSeats(show.id(), 2));
			this.changes.move(show.id(), show.startsAt().plus(Duration.ofDays(7)), "The hall is closed");
		});

		assertThat(jdbc.sql("select seats_left from shows where id = ?").param(show.id()).query(Integer.class).single())
			.isEqualTo(Show.SEATS - 2);
		// nobody has these two seats, so they are given back
		sale.executeWithoutResult((refund) -> this.seatsLeft.subtractSeats(show.id(), -2));
	}

}
