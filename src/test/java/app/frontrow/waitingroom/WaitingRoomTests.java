package app.frontrow.waitingroom;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import app.frontrow.RunningProduct;
import app.frontrow.catalogue.Catalogue;
import app.frontrow.catalogue.Concert;
import app.frontrow.catalogue.SaleStatus;
import app.frontrow.catalogue.SalesNotOpenException;
import app.frontrow.shared.NotFoundException;
import app.frontrow.waitingroom.QueueStore.Place;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

/**
 * Who may join and who may pass, with the queues themselves left out.
 */
class WaitingRoomTests {

	private static final UUID MINA = UUID.randomUUID();

	private static final UUID JOON = UUID.randomUUID();

	private static final Ticket TICKET = new Ticket(42, MINA, "epoch-01", 7, Instant.ofEpochSecond(1_900_000_000));

	private final QueueStore queues = mock();

	private final Catalogue catalogue = mock();

	private TicketSigner signer;

	private WaitingRoom room;

	private String token;

	@BeforeEach
	void aConcertOnSaleAndATicket() throws Exception {
		this.signer = new TicketSigner(RunningProduct.TOKEN_KEY);
		this.room = new WaitingRoom(this.queues, this.signer, new PlaceView(this.signer,
				new QueueSettings(100, 20, Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofSeconds(90))),
				this.catalogue);
		this.token = this.signer.sign(TICKET);
		concert(SaleStatus.ON_SALE, 77);
	}

	@Test
	void joiningGivesASignedTicket() {
		given(this.queues.join(42, MINA, 77)).willReturn(place(PlaceStatus.WAITING, true));

		Joined joined = this.room.join(42, MINA);

		assertThat(joined.created()).isTrue();
		assertThat(joined.place().queueToken()).isEqualTo(this.token);
		assertThat(joined.place().position()).isEqualTo(4);
	}

	@Test
	void nobodyJoinsAConcertThatIsSoldOut() {
		concert(SaleStatus.SOLD_OUT, 0);

		assertThatThrownBy(() -> this.room.join(42, MINA)).isInstanceOf(SoldOutException.class);
		verifyNoInteractions(this.queues);
	}

	@ParameterizedTest
	@EnumSource(names = { "UPCOMING", "ENDED" })
	void nobodyJoinsWhileNothingIsOnSale(SaleStatus status) {
		concert(status, 77);

		assertThatThrownBy(() -> this.room.join(42, MINA)).isInstanceOf(SalesNotOpenException.class);
		verifyNoInteractions(this.queues);
	}

	@Test
	void admittedMemberPasses() {
		standing(PlaceStatus.ADMITTED);

		assertThat(this.room.requireTurn(this.token, MINA, 42)).isEqualTo(new Pass(42, MINA, 7));
	}

	@Test
	void waiterIsToldToWait() {
		standing(PlaceStatus.WAITING);

		assertThatThrownBy(() -> this.room.requireTurn(this.token, MINA, 42)).isInstanceOfSatisfying(
				NotYourTurnException.class,
				(refusal) -> assertThat(refusal.details()).containsEntry("position", 4L).containsKey("pollAfterMs"));
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = { "WAITING", "ADMITTED" })
	void whoseTimeIsOverIsRefused(PlaceStatus status) {
		standing(status);

		assertThatThrownBy(() -> this.room.requireTurn(this.token, MINA, 42)).isInstanceOfSatisfying(
				QueueTokenExpiredException.class,
				(refusal) -> assertThat(refusal.passRanOut()).isEqualTo(status == PlaceStatus.EXPIRED));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "forged" })
	void forgedTokenAsksNoStore(String forged) {
		assertThatThrownBy(() -> this.room.look(forged)).isInstanceOf(QueueTokenInvalidException.class);
		assertThatThrownBy(() -> this.room.leave(forged)).isInstanceOf(QueueTokenInvalidException.class);
		assertThatThrownBy(() -> this.room.requireOwn(forged, MINA)).isInstanceOf(QueueTokenInvalidException.class);
		assertThatThrownBy(() -> this.room.identify(forged, MINA, 42)).isInstanceOf(QueueTokenInvalidException.class);
		assertThatThrownBy(() -> this.room.requireTurn(forged, MINA, 42))
			.isInstanceOf(QueueTokenInvalidException.class);
		verifyNoInteractions(this.queues, this.catalogue);
	}

	@Test
	void borrowedTokenAsksNoStore() {
		assertThatThrownBy(() -> this.room.requireOwn(this.token, JOON)).isInstanceOf(QueueTokenInvalidException.class);
		assertThatThrownBy(() -> this.room.requireTurn(this.token, JOON, 42))
			.isInstanceOf(QueueTokenInvalidException.class);
		verifyNoInteractions(this.queues, this.catalogue);
	}

	@Test
	void tokenOfAnotherConcertAsksNoStore() {
		assertThatThrownBy(() -> this.room.identify(this.token, MINA, 43))
			.isInstanceOf(QueueTokenWrongConcertException.class);
		assertThatThrownBy(() -> this.room.requireTurn(this.token, MINA, 43))
			.isInstanceOf(QueueTokenWrongConcertException.class);
		verifyNoInteractions(this.queues, this.catalogue);
	}

	@Test
	void queueOfAConcertThatIsGoneCountsAsSoldOut() {
		given(this.catalogue.concert(42)).willThrow(new NotFoundException());
		given(this.queues.look(TICKET, 0)).willReturn(place(PlaceStatus.SOLD_OUT, false));

		assertThat(this.room.look(this.token).status()).isEqualTo(PlaceStatus.SOLD_OUT);
	}

	@Test
	void leavingTellsHowThePlaceEnded() {
		given(this.queues.finish(42, MINA, 7, PlaceStatus.LEFT, 77)).willReturn(PlaceStatus.COMPLETED);

		assertThat(this.room.leave(this.token).status()).isEqualTo(PlaceStatus.COMPLETED);
	}

	@Test
	void passFollowsTheHold() {
		this.room.followHold(new Pass(42, MINA, 7), Instant.ofEpochMilli(123));
		this.room.followHold(new Pass(42, MINA, 7), null);

		verify(this.queues).extend(42, MINA, 7, 123);
		verify(this.queues).extend(42, MINA, 7, 0);
	}

	@Test
	void passEndsByPayingOrByTime() {
		given(this.queues.finish(anyLong(), any(), anyLong(), any(), anyInt())).willReturn(PlaceStatus.COMPLETED);

		this.room.complete(new Pass(42, MINA, 7));
		this.room.expire(new Pass(42, MINA, 7));

		verify(this.queues).finish(42, MINA, 7, PlaceStatus.COMPLETED, 77);
		verify(this.queues).finish(42, MINA, 7, PlaceStatus.EXPIRED, 77);
	}

	private void standing(PlaceStatus status) {
		given(this.queues.look(TICKET, 77)).willReturn(place(status, false));
	}

	private static Place place(PlaceStatus status, boolean created) {
		return new Place(created, "epoch-01", 7, 1_900_000_000_999L, status, 1_900_000_001_000L, 3, 1_900_000_000_000L,
				1_900_000_300_000L, 0, 0);
	}

	private void concert(SaleStatus status, int seatsLeft) {
		given(this.catalogue.concert(42)).willReturn(new Concert(42, "T", "A", "V", "", Instant.EPOCH, status,
				Instant.EPOCH, Instant.EPOCH, seatsLeft, List.of()));
	}

}
