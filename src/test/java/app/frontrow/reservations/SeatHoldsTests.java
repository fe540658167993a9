package app.frontrow.reservations;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

import app.frontrow.catalogue.Catalogue;
import app.frontrow.catalogue.Concert;
import app.frontrow.catalogue.Programme;
import app.frontrow.catalogue.SaleStatus;
import app.frontrow.catalogue.SalesNotOpenException;
import app.frontrow.catalogue.Show;
import app.frontrow.shared.InvalidInputException;
import app.frontrow.shared.InvalidInputException.Violation;
import app.frontrow.shared.NotFoundException;
import app.frontrow.shared.Refusal;
import app.frontrow.shared.Transactions;
import app.frontrow.waitingroom.Pass;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

class SeatHoldsTests {

	private static final UUID MINA = UUID.randomUUID();

	private static final Instant STARTS = Instant.parse("2030-06-01T10:00:00Z");

	private static final Show SHOW = new Show(11, 42, STARTS, 50);

	private static final Pass PASS = new Pass(42, MINA, 7);

	private final Seats seats = mock();

	private final Reservations reservations = mock();

	private final Catalogue catalogue = mock();

	private final Programme programme = mock();

	private final Transactions transactions = mock();

	private final SeatHolds holds = new SeatHolds(this.seats, this.reservations, this.catalogue, this.programme,
			new ReservationSettings(Duration.ofMinutes(5), 4), this.transactions);

	@BeforeEach
	void onSale() {
		given(this.transactions.run(any())).willAnswer((call) -> call.<Supplier<?>>getArgument(0).get());
		sale(SaleStatus.ON_SALE);
		given(this.reservations.find(any())).willReturn(Optional.of(reservation(ReservationStatus.HELD)));
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

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void allowanceIsMadeOnceAndInATransactionOfItsOwn(boolean there) {
		given(this.seats.hasAllowance(MINA, 42)).willReturn(there);

		this.holds.prepareAllowance(MINA, 42);

		verify(this.transactions, times(there ? 0 : 1)).run(any());
		verify(this.seats, times(there ? 0 : 1)).createAllowance(MINA, 42);
	}

	@Test
	void takenSeatsAreNamed() {
		given(this.seats.taken(11, List.of(7, 8, 9))).willReturn(List.of(8, 9));

		assertThatThrownBy(() -> this.holds.precheck(SHOW, List.of(7, 8, 9))).isInstanceOfSatisfying(
				SeatTakenException.class,
				(refusal) -> assertThat(refusal.details()).containsEntry("seatNumbers", List.of(8, 9)));
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
		given(this.seats.claim(anyLong(), any(), any(), anyLong())).willReturn(3);

		this.holds.hold(PASS, SHOW, List.of(9, 7, 8));

		verify(this.seats).lockAllowance(MINA, 42);
		verify(this.seats).claim(eq(11L), eq(List.of(7, 8, 9)), any(), eq(300_000_000L));
		verify(this.reservations).insert(any());
	}

	@Test
	void fourSeatsPerMemberAndConcert() {
		given(this.seats.claim(anyLong(), any(), any(), anyLong())).willReturn(1);
		given(this.seats.liveSeats(MINA, 42)).willReturn(3);
		this.holds.hold(PASS, SHOW, List.of(1));

		given(this.seats.liveSeats(MINA, 42)).willReturn(4);
		assertThatThrownBy(() -> this.holds.hold(PASS, SHOW, List.of(1))).isInstanceOfSatisfying(
				SeatLimitExceededException.class, (refusal) -> assertThat(refusal.details()).containsEntry("limit", 4));
	}

	@Test
	void allSeatsOrNone() {
		given(this.seats.claim(anyLong(), any(), any(), anyLong())).willReturn(1);
		given(this.seats.taken(11, List.of(7, 8))).willReturn(List.of(8));

		assertThatThrownBy(() -> this.holds.hold(PASS, SHOW, List.of(7, 8))).isInstanceOf(SeatTakenException.class);
		verify(this.reservations, never()).insert(any());
	}

	@Test
	void seatThatIsFreeAgainWhenAskedIsStillNamed() {
		given(this.seats.claim(anyLong(), any(), any(), anyLong())).willReturn(0);

		assertThatThrownBy(() -> this.holds.hold(PASS, SHOW, List.of(7))).isInstanceOfSatisfying(
				SeatTakenException.class,
				(refusal) -> assertThat(refusal.details()).containsEntry("seatNumbers", List.of(7)));
	}

	@Test
	void confirmingSellsTheSeatsAndCountsThem() {
		Reservation held = stored(ReservationStatus.HELD);
		given(this.seats.sell(11, List.of(7, 8), held.id())).willReturn(2);

		this.holds.confirm(held);

		verify(this.reservations).changeStatus(held.id(), ReservationStatus.HELD, ReservationStatus.CONFIRMED);
		verify(this.programme).countSold(42, 11, 2);
	}

	@Test
	void seatThatIsLostMakesTheWholeHoldVoid() {
		Reservation held = stored(ReservationStatus.HELD);
		given(this.seats.sell(11, List.of(7, 8), held.id())).willReturn(1);

		assertThatThrownBy(() -> this.holds.confirm(held)).isInstanceOf(HoldExpiredException.class);
		verify(this.programme, never()).countSold(anyLong(), anyLong(), anyInt());
	}

	static Stream<Arguments> onlyAHoldCanBePaid() {
		return Stream.of(arguments(ReservationStatus.CONFIRMED, AlreadyPaidException.class),
				arguments(ReservationStatus.EXPIRED, HoldExpiredException.class),
				arguments(ReservationStatus.CANCELLED, HoldExpiredException.class));
	}

	@ParameterizedTest
	@MethodSource
	void onlyAHoldCanBePaid(ReservationStatus status, Class<? extends Refusal> refusal) {
		Reservation reservation = stored(status);

		assertThatThrownBy(() -> this.holds.requirePayable(reservation)).isInstanceOf(refusal);
		assertThatThrownBy(() -> this.holds.confirm(reservation(ReservationStatus.HELD))).isInstanceOf(refusal);
		verifyNoInteractions(this.seats);
	}

	@Test
	void givingUpFreesTheSeats() {
		Reservation held = stored(ReservationStatus.HELD);

		this.holds.release(held);

		verify(this.seats).free(11, List.of(7, 8), held.id());
		verify(this.reservations).changeStatus(held.id(), ReservationStatus.HELD, ReservationStatus.CANCELLED);
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HELD")
	void onlyAHoldCanBeGivenUp(ReservationStatus status) {
		stored(status);

		assertThatThrownBy(() -> this.holds.release(reservation(ReservationStatus.HELD)))
			.isInstanceOf(NotCancellableException.class);
		verifyNoInteractions(this.seats);
	}

	@Test
	void givingBackPutsTheSeatsOnSaleAgain() {
		Reservation paid = stored(ReservationStatus.CONFIRMED);
		given(this.seats.free(11, List.of(7, 8), paid.id())).willReturn(2);

		this.holds.giveBack(paid);

		verify(this.reservations).changeStatus(paid.id(), ReservationStatus.CONFIRMED, ReservationStatus.CANCELLED);
		verify(this.programme).countSold(42, 11, -2);
	}

	@Test
	void nothingIsGivenBackOnceTheShowHasBegun() {
		Reservation paid = stored(ReservationStatus.CONFIRMED);
		given(this.reservations.hasBegun(paid.id())).willReturn(true);

		assertThatThrownBy(() -> this.holds.giveBack(paid)).isInstanceOf(NotCancellableException.class);
		verifyNoInteractions(this.seats);
	}

	@Test
	void reservationOfSomebodyElseIsNotFound() {
		UUID id = UUID.randomUUID();

		assertThat(this.holds.find(MINA, id)).isNotNull();
		assertThatThrownBy(() -> this.holds.find(UUID.randomUUID(), id)).isInstanceOf(NotFoundException.class);
	}

	private Reservation stored(ReservationStatus status) {
		Reservation reservation = reservation(status);
		given(this.reservations.lock(any())).willReturn(Optional.of(reservation));
		return reservation;
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
