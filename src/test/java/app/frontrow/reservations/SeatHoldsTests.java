package app.frontrow.reservations;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import app.frontrow.catalogue.Catalogue;
import app.frontrow.catalogue.Concert;
import app.frontrow.catalogue.Programme;
import app.frontrow.catalogue.SaleStatus;
import app.frontrow.catalogue.SalesNotOpenException;
import app.frontrow.catalogue.Show;
import app.frontrow.reservations.Seats.Choice;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.InvalidInputException;
import app.frontrow.shared.InvalidInputException.Violation;
import app.frontrow.shared.NotFoundException;
import app.frontrow.shared.Refusal;
import app.frontrow.waitingroom.Admission;
import app.frontrow.waitingroom.place.Pass;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.InOrder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

class SeatHoldsTests {

	private static final UUID MINA = UUID.randomUUID();

	private static final Instant STARTS = Instant.parse("2030-06-01T10:00:00Z");

	private static final Show SHOW = new Show(11, 42, STARTS, 50);

	private static final Instant NOW = Instant.parse("2030-05-01T11:00:00.123456Z");

	private static final Pass PASS = new Pass(42, MINA, 7);

	private static final Admission ADMISSION = new Admission(PASS, null, Duration.ofMinutes(5));

	private final Seats seats = mock();

	private final Reservations reservations = mock();

	private final Catalogue catalogue = mock();

	private final Programme programme = mock();

	private final TakenSeatCache takenSeats = new TakenSeatCache();

	private final SeatHolds holds = new SeatHolds(this.seats, this.reservations, this.takenSeats, mock(),
			this.programme, new HoldRules(this.catalogue, new ReservationSettings(Duration.ofMinutes(5), 4)));

	@BeforeEach
	void onSale() {
		sale(SaleStatus.ON_SALE);
		stored(ReservationStatus.HELD);
	}

	static Stream<Arguments> numbersThatCannotBeHeld() {
		return Stream.of(arguments(null, "seat-count"), arguments(List.of(), "seat-count"),
				arguments(List.of(1, 2, 3, 4, 5), "seat-count"), arguments(List.of(0), "seat-number"),
				arguments(List.of(51), "seat-number"), arguments(List.of(-1), "seat-number"),
				arguments(Arrays.asList(1, null), "seat-number"), arguments(List.of(7, 7), "seat-twice"));
	}

	@ParameterizedTest
	@MethodSource
	void numbersThatCannotBeHeld(List<Integer> numbers, String rule) {
		assertThatThrownBy(() -> this.holds.precheck(SHOW, numbers)).isInstanceOfSatisfying(InvalidInputException.class,
				(refusal) -> assertThat(refusal.violations()).extracting(Violation::field, Violation::rule)
					.containsExactly(tuple("seatNumbers", rule)));
		verifyNoInteractions(this.seats);
	}

	@Test
	void oneToFourSeatsFrom1To50() {
		this.holds.precheck(SHOW, List.of(1));
		this.holds.precheck(SHOW, List.of(50, 1, 2, 3));
	}

	@Test
	void seatsThatNobodyWasSeenToTakeAreNotLookedAt() {
		this.holds.precheck(SHOW, List.of(7));

		verifyNoInteractions(this.seats);
	}

	@Test
	void seatsTakenAMomentAgoAreLookedAtWithoutALockAndNamed() {
		this.takenSeats.add(11, List.of(8, 9));
		given(this.seats.taken(11, List.of(7, 8, 9))).willReturn(List.of(8, 9)).willReturn(List.of());

		assertThatThrownBy(() -> this.holds.precheck(SHOW, List.of(7, 8, 9))).isInstanceOfSatisfying(
				SeatTakenException.class,
				(refusal) -> assertThat(refusal.details()).containsEntry("seatNumbers", List.of(8, 9)));
		// given up meanwhile
		this.holds.precheck(SHOW, List.of(7, 8, 9));
	}

	@ParameterizedTest
	@EnumSource(names = { "UPCOMING", "ENDED" })
	void nothingIsHeldWhileNothingIsOnSale(SaleStatus status) {
		sale(status);

		assertThatThrownBy(() -> this.holds.precheck(SHOW, List.of(1))).isInstanceOf(SalesNotOpenException.class);
	}

	@Test
	void showThatHasBegunIsNotOnSale() {
		given(this.catalogue.hasBegun(SHOW)).willReturn(true);

		assertThatThrownBy(() -> this.holds.precheck(SHOW, List.of(1))).isInstanceOf(SalesNotOpenException.class);
	}

	@Test
	void cachedSoldOutDoesNotRefuseASeatThatCameBack() {
		sale(SaleStatus.SOLD_OUT);

		this.holds.precheck(SHOW, List.of(1));
	}

	@Test
	void seatsAreClaimedInOrderForTheLengthOfAHold() {
		read(0, 7, 8, 9);
		given(this.seats.claim(anyLong(), any(), any(), any())).willReturn(3);

		Reservation held = hold(SHOW, List.of(9, 7, 8));

		InOrder order = inOrder(this.seats, this.reservations);
		order.verify(this.seats).lockAllowance(MINA, 42);
		order.verify(this.seats).claim(11, seats(7, 8, 9), held.id(), NOW.plusSeconds(300));
		order.verify(this.reservations).insert(held);
		assertThat(held.seats()).isEqualTo(seats(7, 8, 9));
		assertThat(held.total()).isEqualTo(450_000);
		assertThat(held.heldUntil()).isEqualTo(NOW.plusSeconds(300));
		assertThat(held.createdAt()).isEqualTo(NOW);
		assertThat(held.pass()).isEqualTo(PASS);
	}

	@Test
	void holdEndsWhenItsShowBegins() {
		Show soon = new Show(11, 42, NOW.plusSeconds(60), 50);
		read(0, 7);
		given(this.seats.claim(anyLong(), any(), any(), any())).willReturn(1);

		assertThat(hold(soon, List.of(7)).heldUntil()).isEqualTo(soon.startsAt());
		assertThatThrownBy(() -> hold(new Show(11, 42, NOW, 50), List.of(7))).isInstanceOf(SalesNotOpenException.class);
	}

	@Test
	void holdEndsOneHoldAfterTheOwnTimeOfThePassAtTheLatest() {
		read(0, 7);
		given(this.seats.claim(anyLong(), any(), any(), any())).willReturn(1);
		SeatChoice seat = new SeatChoice(11, List.of(7), null);

		assertThat(this.holds.hold(new Admission(PASS, null, Duration.ofSeconds(1)), SHOW, seat).heldUntil())
			.isEqualTo(NOW.plusSeconds(300));
		assertThat(this.holds.hold(new Admission(PASS, null, Duration.ofSeconds(-100)), SHOW, seat).heldUntil())
			.isEqualTo(NOW.plusSeconds(200));
	}

	@Test
	void seatsThatCostSomethingElseThanWasShownAreNotHeld() {
		read(0, 7, 8);
		given(this.seats.claim(anyLong(), any(), any(), any())).willReturn(2);

		assertThat(this.holds.hold(ADMISSION, SHOW, new SeatChoice(11, List.of(7, 8), 300_000L)).total())
			.isEqualTo(300_000);
		assertThatThrownBy(() -> this.holds.hold(ADMISSION, SHOW, new SeatChoice(11, List.of(7, 8), 299_999L)))
			.isInstanceOfSatisfying(PriceChangedException.class, (refusal) -> assertThat(refusal.details())
				.isEqualTo(Map.of("expectedTotal", 299_999L, "total", 300_000L)));
		verify(this.seats, times(1)).claim(anyLong(), any(), any(), any());
	}

	@Test
	void fourSeatsPerMemberAndConcert() {
		given(this.seats.claim(anyLong(), any(), any(), any())).willReturn(1);
		read(3, 1);
		hold(SHOW, List.of(1));

		read(4, 1);
		assertThatThrownBy(() -> hold(SHOW, List.of(1))).isInstanceOfSatisfying(SeatLimitExceededException.class,
				(refusal) -> assertThat(refusal.details()).containsEntry("limit", 4));
	}

	@Test
	void seatThatIsTakenIsNotClaimed() {
		read(4, 7);

		assertThatThrownBy(() -> hold(SHOW, List.of(7, 8))).isInstanceOfSatisfying(SeatTakenException.class,
				(refusal) -> assertThat(refusal.details()).containsEntry("seatNumbers", List.of(8)));
		verify(this.seats, never()).claim(anyLong(), any(), any(), any());
		assertThat(this.takenSeats.containsAny(11, List.of(8))).isTrue();
		assertThat(this.takenSeats.containsAny(11, List.of(7))).isFalse();
	}

	@Test
	void allSeatsOrNone() {
		read(0, 7, 8);
		given(this.seats.claim(anyLong(), any(), any(), any())).willReturn(1);
		given(this.seats.taken(11, List.of(7, 8))).willReturn(List.of(8));

		assertThatThrownBy(() -> hold(SHOW, List.of(7, 8))).isInstanceOf(SeatTakenException.class);
		verify(this.reservations, never()).insert(any());
	}

	@Test
	void seatThatIsFreeAgainWhenAskedIsStillNamed() {
		read(0, 7);

		assertThatThrownBy(() -> hold(SHOW, List.of(7))).isInstanceOfSatisfying(SeatTakenException.class,
				(refusal) -> assertThat(refusal.details()).containsEntry("seatNumbers", List.of(7)));
	}

	@Test
	void confirmingChangesTheReservationAndAllItsSeats() {
		Reservation held = reservation(ReservationStatus.HELD);
		given(this.reservations.confirm(held)).willReturn(3);

		assertThat(this.holds.confirm(held).status()).isEqualTo(ReservationStatus.CONFIRMED);

		this.holds.countSold(held);
		verify(this.programme).countSold(42, 11, 2);
	}

	@Test
	@ProvesRule(rule = "A payment sells all seats of a hold or none", guard = "SeatHolds.confirm",
			brokenBy = "leaving out the count of sold seats")
	void seatThatIsLostMakesTheWholeHoldVoid() {
		Reservation held = stored(ReservationStatus.HELD);
		given(this.reservations.confirm(held)).willReturn(2).willReturn(0);

		assertThatThrownBy(() -> this.holds.confirm(held)).isInstanceOf(HoldExpiredException.class);
		assertThatThrownBy(() -> this.holds.confirm(held)).isInstanceOf(HoldExpiredException.class);
	}

	static Stream<Arguments> onlyAHoldCanBePaid() {
		return Stream.of(arguments(ReservationStatus.CONFIRMED, AlreadyPaidException.class),
				arguments(ReservationStatus.EXPIRED, HoldExpiredException.class),
				arguments(ReservationStatus.CANCELLED, HoldExpiredException.class));
	}

	@ParameterizedTest
	@MethodSource
	@ProvesRule(rule = "The reason why a hold cannot be paid is read after the lock", guard = "SeatHolds.confirm",
			brokenBy = "leaving out requirePayable")
	void onlyAHoldCanBePaid(ReservationStatus status, Class<? extends Refusal> refusal) {
		Reservation reservation = stored(status);

		assertThatThrownBy(() -> this.holds.holdToPay(MINA, reservation.id())).isInstanceOf(refusal);
		assertThatThrownBy(() -> this.holds.confirm(reservation(ReservationStatus.HELD))).isInstanceOf(refusal);
		verifyNoInteractions(this.seats);
	}

	@Test
	void givingUpFreesTheSeats() {
		Reservation held = reservation(ReservationStatus.HELD);
		given(this.reservations.release(held.id())).willReturn(true);

		assertThat(this.holds.release(held).status()).isEqualTo(ReservationStatus.CANCELLED);

		verify(this.seats).free(11, List.of(7, 8), held.id());
	}

	@Test
	void onlyAHoldCanBeGivenUp() {
		assertThatThrownBy(() -> this.holds.release(reservation(ReservationStatus.HELD)))
			.isInstanceOf(NotCancellableException.class);
		verifyNoInteractions(this.seats);
	}

	@Test
	void givingBackPutsTheSeatsOnSaleAgain() {
		Reservation paid = reservation(ReservationStatus.CONFIRMED);
		given(this.reservations.giveBack(paid.id())).willReturn(true);
		given(this.seats.free(11, List.of(7, 8), paid.id())).willReturn(2).willReturn(1);

		assertThat(this.holds.giveBack(paid).status()).isEqualTo(ReservationStatus.CANCELLED);
		this.holds.countReturned(paid);

		verify(this.programme).countSold(42, 11, -2);
		assertThatThrownBy(() -> this.holds.giveBack(paid)).as("a seat that is not its own")
			.isInstanceOf(IllegalStateException.class);
	}

	@Test
	void onlyAPaidReservationBeforeItsShowIsGivenBack() {
		assertThatThrownBy(() -> this.holds.giveBack(reservation(ReservationStatus.CONFIRMED)))
			.isInstanceOf(NotCancellableException.class);
		verifyNoInteractions(this.seats);
	}

	@Test
	void reservationOfSomebodyElseIsNotFound() {
		UUID id = UUID.randomUUID();

		assertThat(this.holds.find(MINA, id)).isNotNull();
		assertThat(this.holds.holdToPay(MINA, id)).isNotNull();
		assertThatThrownBy(() -> this.holds.find(UUID.randomUUID(), id)).isInstanceOf(NotFoundException.class);
		assertThatThrownBy(() -> this.holds.holdToPay(UUID.randomUUID(), id)).isInstanceOf(NotFoundException.class);
	}

	private Reservation stored(ReservationStatus status) {
		Reservation reservation = reservation(status);
		given(this.reservations.find(any())).willReturn(Optional.of(reservation));
		given(this.reservations.findToPay(any())).willReturn(Optional.of(new HoldToPay(reservation, false)));
		return reservation;
	}

	private Reservation hold(Show show, List<Integer> numbers) {
		return this.holds.hold(ADMISSION, show, new SeatChoice(show.id(), numbers, null));
	}

	private void read(int owned, Integer... free) {
		given(this.seats.read(eq(11L), any(), eq(MINA), eq(42L))).willReturn(new Choice(seats(free), owned, NOW));
	}

	private static List<ReservedSeat> seats(Integer... numbers) {
		return Stream.of(numbers).map((number) -> new ReservedSeat(number, "VIP", 150_000)).toList();
	}

	private void sale(SaleStatus status) {
		given(this.catalogue.concert(42)).willReturn(
				new Concert(42, "T", "A", "V", "", STARTS.minusSeconds(1), status, STARTS, STARTS, 9, List.of()));
	}

	static Reservation reservation(ReservationStatus status) {
		return new Reservation(UUID.randomUUID(), MINA, 42, 11, STARTS,
				List.of(new ReservedSeat(7, "VIP", 150_000), new ReservedSeat(8, "VIP", 150_000)), 300_000, status,
				STARTS.minusSeconds(300), 7, STARTS.minusSeconds(600));
	}

}
