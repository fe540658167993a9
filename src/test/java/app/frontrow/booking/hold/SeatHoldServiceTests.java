package app.frontrow.booking.hold;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import app.frontrow.booking.reservation.AlreadyPaidException;
import app.frontrow.booking.reservation.HoldExpiredException;
import app.frontrow.booking.reservation.PayableHold;
import app.frontrow.booking.reservation.Reservation;
import app.frontrow.booking.reservation.ReservationStatus;
import app.frontrow.booking.reservation.ReservedSeat;
import app.frontrow.booking.reservation.SeatChoice;
import app.frontrow.booking.reservation.SeatTakenException;
import app.frontrow.booking.seat.SeatRepository;
import app.frontrow.booking.seat.SeatRepository.Choice;
import app.frontrow.booking.seat.TakenSeatCache;
import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.concert.Concert;
import app.frontrow.catalogue.concert.SaleStatus;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.error.Refusal;
import app.frontrow.waitingroom.Admission;
import app.frontrow.waitingroom.place.Pass;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mockito.AdditionalAnswers.returnsFirstArg;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

class SeatHoldServiceTests {

	private static final UUID MINA = UUID.randomUUID();

	private static final Instant STARTS = Instant.parse("2030-06-01T10:00:00Z");

	private static final Show SHOW = new Show(11, 42, STARTS, 50);

	private static final Instant NOW = Instant.parse("2030-05-01T11:00:00.123456Z");

	private static final Pass PASS = new Pass(42, MINA, 7);

	private static final Admission ADMISSION = new Admission(PASS, null, Duration.ofMinutes(5));

	private final SeatRepository seats = mock();

	private final ReservationRepository reservations = mock();

	private final CatalogueQueryService catalogue = mock();

	private final TakenSeatCache takenSeats = new TakenSeatCache();

	private final ReservationReader reader = mock();

	private final SeatSaleService sales = new SeatSaleService(this.seats, this.reservations, this.reader, mock(),
			mock());

	private final ReservationQueryService queries = new ReservationQueryService(this.reader);

	private final SeatHoldService holds = new SeatHoldService(this.seats, this.reservations, this.takenSeats, mock(),
			new HoldRules(this.catalogue, new ReservationSettings(Duration.ofMinutes(5), 4)));

	@BeforeEach
	void insertsReservations() {
		given(this.reservations.insert(any(), any())).willAnswer(returnsFirstArg());
	}

	@Test
	void cachedSoldOutDoesNotRefuseAReturnedSeat() {
		given(this.catalogue.getConcert(42)).willReturn(new Concert(42, "T", "A", "V", "", STARTS.minusSeconds(1),
				SaleStatus.SOLD_OUT, STARTS, STARTS, 9, List.of()));

		this.holds.checkBeforeHold(SHOW, List.of(1));
	}

	@Test
	void failedClaimNamesTheSeatsAlsoIfTheyAreFreeAgain() {
		given(this.seats.read(11, List.of(7), MINA, 42))
			.willReturn(new Choice(List.of(new ReservedSeat(7, "VIP", 150_000)), 0, NOW, null));

		PreparedHold prepared = this.holds.prepare(ADMISSION, SHOW, new SeatChoice(11, List.of(7), null));
		assertThatThrownBy(() -> this.holds.hold(prepared)).isInstanceOfSatisfying(SeatTakenException.class,
				(refusal) -> assertThat(refusal.details()).containsEntry("seatNumbers", List.of(7)));
	}

	@Test
	@ProvesRule(rule = "A payment sells all seats of a hold or none", guard = "SeatSaleService.confirm",
			brokenBy = "leaving out the count of sold seats")
	void lostSeatExpiresTheWholeHold() {
		Reservation held = stored(ReservationStatus.HELD);
		given(this.reservations.confirm(held)).willReturn(2).willReturn(0);

		assertThatThrownBy(() -> this.sales.confirm(held)).isInstanceOf(HoldExpiredException.class);
		assertThatThrownBy(() -> this.sales.confirm(held)).isInstanceOf(HoldExpiredException.class);
	}

	static Stream<Arguments> onlyALiveHoldCanBePaid() {
		return Stream.of(arguments(ReservationStatus.CONFIRMED, AlreadyPaidException.class),
				arguments(ReservationStatus.EXPIRED, HoldExpiredException.class),
				arguments(ReservationStatus.CANCELLED, HoldExpiredException.class));
	}

	@ParameterizedTest
	@MethodSource
	@ProvesRule(rule = "The reason why a hold cannot be paid is read after the lock", guard = "SeatSaleService.confirm",
			brokenBy = "leaving out requirePayable")
	void onlyALiveHoldCanBePaid(ReservationStatus status, Class<? extends Refusal> refusal) {
		Reservation reservation = stored(status);

		assertThatThrownBy(() -> this.queries.findPayableHold(MINA, reservation.id())).isInstanceOf(refusal);
		assertThatThrownBy(() -> this.sales.confirm(reservation(ReservationStatus.HELD))).isInstanceOf(refusal);
		verifyNoInteractions(this.seats);
	}

	@Test
	void foreignSeatCannotBeGivenBack() {
		Reservation paid = reservation(ReservationStatus.CONFIRMED);
		given(this.reservations.giveBack(paid.id())).willReturn(true);
		given(this.seats.releaseSeats(11, List.of(7, 8), paid.id())).willReturn(1);

		assertThatThrownBy(() -> this.sales.giveBack(paid, List.of(7, 8), 300_000))
			.isInstanceOf(IllegalStateException.class);
	}

	private Reservation stored(ReservationStatus status) {
		Reservation reservation = reservation(status);
		given(this.reader.find(any())).willReturn(Optional.of(reservation));
		given(this.reader.findPayable(any())).willReturn(Optional.of(new PayableHold(reservation, false)));
		return reservation;
	}

	private Reservation hold(Show show, List<Integer> numbers) {
		return this.holds.hold(this.holds.prepare(ADMISSION, show, new SeatChoice(show.id(), numbers, null)));
	}

	private void read(int owned, Integer... free) {
		given(this.seats.read(eq(11L), any(), eq(MINA), eq(42L))).willReturn(new Choice(seats(free), owned, NOW, null));
	}

	private static List<ReservedSeat> seats(Integer... numbers) {
		return Stream.of(numbers).map((number) -> new ReservedSeat(number, "VIP", 150_000)).toList();
	}

	static Reservation reservation(ReservationStatus status) {
		return new Reservation(UUID.randomUUID(), MINA, 42, 11, STARTS,
				List.of(new ReservedSeat(7, "VIP", 150_000), new ReservedSeat(8, "VIP", 150_000)), 300_000, status,
				STARTS.minusSeconds(300), 7, STARTS.minusSeconds(600), null);
	}

}
