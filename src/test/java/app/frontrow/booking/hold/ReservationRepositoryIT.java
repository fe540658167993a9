package app.frontrow.booking.hold;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

import app.frontrow.RunningProduct;
import app.frontrow.booking.reservation.HoldExpiredException;
import app.frontrow.booking.reservation.Reservation;
import app.frontrow.booking.reservation.ReservationStatus;
import app.frontrow.booking.reservation.SeatChoice;
import app.frontrow.booking.seat.SeatRepository;
import app.frontrow.catalogue.CatalogueEditService;
import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.cancellation.CancellationSettings;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.store.RetryingTransactionExecutor;
import app.frontrow.waitingroom.Admission;
import app.frontrow.waitingroom.place.Pass;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A hold and the statements that end it: paid, given up or run out.
 */
@Tag("database")
@RunningProduct
class ReservationRepositoryIT {

	@Autowired
	private SeatHoldService holds;

	@Autowired
	private ReservationRepository reservations;

	@Autowired
	private ReservationReader reader;

	@Autowired
	private SeatSaleService sales;

	@Autowired
	private SeatRepository seats;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private RetryingTransactionExecutor transactions;

	private Reservation held;

	@BeforeEach
	void aHold(@Autowired CatalogueEditService programme, @Autowired CatalogueQueryService catalogue) {
		Show show = ConcertFixture.showOnSale(programme, catalogue);
		Admission admission = new Admission(new Pass(show.concertId(), UUID.randomUUID(), 7), null, Duration.ZERO);
		this.held = this.transactions.run(() -> this.holds
			.hold(this.holds.prepare(admission, show, new SeatChoice(show.id(), List.of(9, 7, 8), null))));
	}

	@AfterEach
	void nothingIsHeldOrSold() {
		this.jdbc.update("update seats set status = 'AVAILABLE', reservation_id = null, hold_until = null"
				+ " where show_id = ?", this.held.showId());
		this.jdbc.update("update reservations set status = 'CANCELLED' where id = ?", this.held.id().toString());
	}

	@Test
	void holdIsReadBackUnchanged() {
		assertThat(this.held.seatNumbers()).containsExactly(7, 8, 9);
		assertThat(this.reader.find(this.held.id())).contains(this.held);
		assertThat(this.reader.findPassesWithoutHold(List.of(this.held.id()))).containsExactly(this.held.pass());
		assertThat(this.jdbc.queryForList(
				"select 1 from seats where reservation_id = ? and hold_until ="
						+ " (select held_until from reservations where id = ?)",
				this.held.id().toString(), this.held.id().toString()))
			.as("seats end with the reservation")
			.hasSize(3);
	}

	@Test
	void holdIsConfirmedOnceWithAllItsSeats() {
		assertThat(confirm()).isEqualTo(4);
		assertThat(confirm()).isZero();

		assertThat(statuses()).containsExactly("SOLD", "SOLD", "SOLD");
		assertThat(this.reader.find(this.held.id())).contains(this.held.with(ReservationStatus.CONFIRMED));
	}

	@Test
	@ProvesRule(rule = "A hold is not paid after its end", guard = "ReservationRepository.confirm",
			brokenBy = "leaving out held_until and hold_until")
	void expiredHoldIsNotConfirmed() {
		this.jdbc.update("update seats set hold_until = utc_timestamp(6) where reservation_id = ?",
				this.held.id().toString());
		assertThat(confirm()).as("by the seats").isZero();
		this.jdbc.update("update seats set hold_until = utc_timestamp(6) + interval 1 minute where reservation_id = ?",
				this.held.id().toString());
		this.jdbc.update("update reservations set held_until = utc_timestamp(6) where id = ?",
				this.held.id().toString());

		assertThat(confirm()).as("by the reservation").isZero();
		assertThat(this.transactions.run(() -> this.reservations.release(this.held.id()))).isFalse();
	}

	@Test
	@ProvesRule(rule = "A seat that another member took over is not sold to the first member",
			guard = "ReservationRepository.confirm", brokenBy = "leaving out reservation_id")
	void holdWithoutOneOfItsSeatsIsNotConfirmed() {
		this.jdbc.update("update seats set reservation_id = ? where show_id = ? and seat_no = 8",
				UUID.randomUUID().toString(), this.held.showId());

		assertThatThrownBy(() -> this.transactions.run(() -> this.sales.confirm(this.held)))
			.isInstanceOf(HoldExpiredException.class);
		assertThat(statuses()).as("rolled back").containsExactly("HELD", "HELD", "HELD");
	}

	@Test
	@ProvesRule(rule = "A paid reservation is given back only once", guard = "ReservationRepository.giveBack",
			brokenBy = "leaving out the status")
	void paidReservationIsGivenBackOnceAndBeforeItsShow() {
		assertThat(giveBack()).as("not paid").isFalse();
		confirm();
		this.jdbc.update("update reservations set starts_at = utc_timestamp(6) where id = ?",
				this.held.id().toString());
		assertThat(giveBack()).as("too late").isFalse();
		this.jdbc.update("update reservations set starts_at = utc_timestamp(6) + interval 1 minute where id = ?",
				this.held.id().toString());

		assertThat(giveBack()).isTrue();
		assertThat(giveBack()).isFalse();
	}

	@Test
	@ProvesRule(rule = "A booking number belongs to one reservation", guard = "ReservationRepository.insert",
			brokenBy = "not trying another number")
	void takenBookingNumberIsReplacedByAnother() {
		Iterator<String> numbers = List.of(this.held.bookingNumber(), "ZZZZ-" + this.held.bookingNumber().substring(5))
			.iterator();
		ReservationRepository repository = new ReservationRepository(JdbcClient.create(this.jdbc), this.jdbc,
				new BookingNumberGenerator() {
					@Override
					public String generate() {
						return numbers.next();
					}
				}, new CancellationSettings("0:0", Duration.ofHours(24)));
		Reservation other = new Reservation(UUID.randomUUID(), this.held.memberId(), this.held.concertId(),
				this.held.showId(), this.held.startsAt(), this.held.seats(), this.held.total(),
				ReservationStatus.CANCELLED, this.held.heldUntil(), 8, this.held.createdAt(), null);

		Reservation inserted = this.transactions.run(() -> repository.insert(other, null));

		assertThat(inserted.bookingNumber()).startsWith("ZZZZ-");
		assertThat(this.reader.find(inserted.id())).contains(inserted);
	}

	private int confirm() {
		return this.transactions.run(() -> this.reservations.confirm(this.held));
	}

	private boolean giveBack() {
		return this.transactions.run(() -> this.reservations.giveBack(this.held.id()));
	}

	private List<String> statuses() {
		return this.jdbc.queryForList("select status from seats where show_id = ? and seat_no in (7, 8, 9)",
				String.class, this.held.showId());
	}

}
