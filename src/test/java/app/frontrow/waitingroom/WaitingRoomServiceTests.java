package app.frontrow.waitingroom;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import app.frontrow.RunningProduct;
import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.SalesNotOpenException;
import app.frontrow.catalogue.concert.Concert;
import app.frontrow.catalogue.concert.SaleStatus;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.KeyRing;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.waitingroom.limit.PollRateLimiter;
import app.frontrow.waitingroom.memory.QueueSnapshot;
import app.frontrow.waitingroom.place.Pass;
import app.frontrow.waitingroom.place.PlaceStatus;
import app.frontrow.waitingroom.policy.QueueMode;
import app.frontrow.waitingroom.policy.QueueTerms;
import app.frontrow.waitingroom.queue.QueueService;
import app.frontrow.waitingroom.queue.QueueService.Place;
import app.frontrow.waitingroom.queue.TestPlaceView;
import app.frontrow.waitingroom.redis.PlaceScriptResult;
import app.frontrow.waitingroom.redis.QueueFixture;
import app.frontrow.waitingroom.token.QueueTicket;
import app.frontrow.waitingroom.token.QueueTicketSigner;
import app.frontrow.waitingroom.token.QueueTokenInvalidException;
import app.frontrow.waitingroom.token.QueueTokenWrongConcertException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.atMost;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

/**
 * The checks of the facade. The queues are mocks.
 */
class WaitingRoomServiceTests {

	private static final UUID MINA = UUID.randomUUID();

	private static final UUID JOON = UUID.randomUUID();

	private static final QueueTicket TICKET = new QueueTicket(42, MINA, 7, Instant.ofEpochSecond(1_900_000_000));

	private static final Instant NOW = Instant.ofEpochSecond(1_900_000_001);

	private static final Instant OPENS = NOW.plusSeconds(3_600);

	private final QueueService queues = mock();

	private final CatalogueQueryService catalogue = mock();

	private QueueTicketSigner signer;

	private WaitingRoomService room;

	private String token;

	@BeforeEach
	void aConcertOnSaleAndATicket() throws Exception {
		this.signer = new QueueTicketSigner(KeyRing.of(RunningProduct.TOKEN_KEY), Clock.systemUTC());
		this.room = new WaitingRoomService(this.queues, this.signer, TestPlaceView.of(QueueFixture.PATIENT),
				new PollRateLimiter(), mock(), this.catalogue, QueueFixture.PATIENT, Clock.fixed(NOW, ZoneOffset.UTC));
		given(this.queues.getTerms(42)).willReturn(new QueueTerms(100, 20, QueueMode.OPEN, 77, OPENS));
		this.token = this.signer.sign(TICKET);
		concert(SaleStatus.ON_SALE, 77);
	}

	@Test
	void joiningGivesASignedTicket() {
		given(this.queues.join(42, MINA)).willReturn(Optional.of(new Place(TICKET, place(PlaceStatus.WAITING), true)));

		JoinResult joined = this.room.join(42, MINA);

		assertThat(joined.created()).isTrue();
		assertThat(joined.place().queueToken()).isEqualTo(this.token);
		assertThat(joined.place().position()).isEqualTo(4);
	}

	@Test
	void soldOutConcertCannotBeJoined() {
		concert(SaleStatus.SOLD_OUT, 0);

		assertThatThrownBy(() -> this.room.join(42, MINA)).isInstanceOf(SoldOutException.class);
		verifyNoInteractions(this.queues);
	}

	@ParameterizedTest
	@EnumSource(names = { "UPCOMING", "ENDED" })
	void concertThatIsNotOnSaleCannotBeJoined(SaleStatus status) {
		concert(status, 77);

		assertThatThrownBy(() -> this.room.join(42, MINA)).isInstanceOf(SalesNotOpenException.class);
		verifyNoInteractions(this.queues);
	}

	@Test
	void waitingRoomOpensHalfAnHourBeforeSales() {
		given(this.queues.join(42, MINA)).willReturn(Optional.of(new Place(TICKET, place(PlaceStatus.WAITING), true)));
		concert(SaleStatus.UPCOMING, 77, NOW.plusSeconds(1_801));
		assertThatThrownBy(() -> this.room.join(42, MINA)).isInstanceOf(SalesNotOpenException.class);

		concert(SaleStatus.UPCOMING, 77, NOW.plusSeconds(1_800));
		assertThat(this.room.join(42, MINA).created()).isTrue();
	}

	@Test
	void drainingQueueCannotBeJoined() {
		given(this.queues.join(42, MINA)).willReturn(Optional.empty());

		assertThatThrownBy(() -> this.room.join(42, MINA)).isInstanceOf(SalesNotOpenException.class);
	}

	@Test
	void whoWaitsForTheOpeningIsToldThatSalesAreNotOpen() {
		given(this.queues.look(TICKET)).willReturn(new PlaceScriptResult("WAITING", 7, 0, -1, 0, 0, snapshot(), 0));

		assertThatThrownBy(() -> this.room.requireTurn(this.token, MINA, 42)).isInstanceOf(SalesNotOpenException.class);
	}

	@Test
	@ProvesRule(rule = "A member who is refused at the gate again and again is slowed",
			guard = "WaitingRoomService.requireTurn", brokenBy = "leaving out refused or checkRefusals")
	void repeatedRefusalsAreLimitedAndCallNoStore() {
		given(this.queues.look(TICKET)).willReturn(place(PlaceStatus.WAITING));

		int slowed = 0;
		for (int time = 0; time < 500; time++) {
			slowed += (catchThrowable(
					() -> this.room.requireTurn(this.token, MINA, 42)) instanceof TooManyRequestsException) ? 1 : 0;
		}

		assertThat(slowed).isPositive();
		verify(this.queues, times(500 - slowed)).look(TICKET);
		assertThat(this.room.look(this.token).status()).isEqualTo(PlaceStatus.WAITING);
	}

	@Test
	void repeatedLeavingIsLimited() {
		given(this.queues.finish(new Pass(42, MINA, 7), PlaceStatus.LEFT)).willReturn(PlaceStatus.LEFT);

		assertThatThrownBy(() -> {
			for (int time = 0; time < 500; time++) {
				this.room.leave(this.token);
			}
		}).isInstanceOf(TooManyRequestsException.class);
	}

	@Test
	void admittedMemberIsNotLimited() {
		given(this.queues.look(TICKET)).willReturn(place(PlaceStatus.ADMITTED));

		for (int time = 0; time < 500; time++) {
			assertThat(this.room.requireTurn(this.token, MINA, 42).place().status()).isEqualTo(PlaceStatus.ADMITTED);
		}
	}

	@Test
	void ticketExpiresAfterTwoDays() {
		QueueTicket old = new QueueTicket(42, MINA, 7, NOW.minus(QueueTicket.LIFETIME).minusSeconds(1));

		assertThat(this.room.look(this.signer.sign(old)).status()).isEqualTo(PlaceStatus.EXPIRED);
		verifyNoInteractions(this.queues);
	}

	@Test
	void tooFastPollsAreRefusedWithoutAStore() {
		standing(PlaceStatus.WAITING);
		assertThatThrownBy(() -> IntStream.range(0, 200).forEach((i) -> this.room.look(this.token)))
			.isInstanceOfSatisfying(TooManyRequestsException.class,
					(refusal) -> assertThat(refusal.details()).containsKey("retryAfterSeconds"));
		verify(this.queues, atMost(100)).look(TICKET);

		// it limits neither another member nor requireTurn
		QueueTicket other = new QueueTicket(42, JOON, 8, TICKET.issuedAt());
		given(this.queues.look(other)).willReturn(place(PlaceStatus.WAITING));
		assertThat(this.room.look(this.signer.sign(other)).status()).isEqualTo(PlaceStatus.WAITING);
		standing(PlaceStatus.ADMITTED);
		assertThat(this.room.requireTurn(this.token, MINA, 42)).isNotNull();
	}

	@Test
	void admittedMemberPasses() {
		standing(PlaceStatus.ADMITTED);

		assertThat(this.room.requireTurn(this.token, MINA, 42).pass()).isEqualTo(new Pass(42, MINA, 7));
	}

	@Test
	void waitingMemberIsRefused() {
		standing(PlaceStatus.WAITING);

		assertThatThrownBy(() -> this.room.requireTurn(this.token, MINA, 42)).isInstanceOfSatisfying(
				NotYourTurnException.class,
				(refusal) -> assertThat(refusal.details()).containsEntry("position", 4L).containsKey("pollAfterMs"));
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = { "WAITING", "ADMITTED" })
	void expiredPassIsRefused(PlaceStatus status) {
		standing(status);

		assertThatThrownBy(() -> this.room.requireTurn(this.token, MINA, 42)).isInstanceOfSatisfying(
				QueueTokenExpiredException.class,
				(refusal) -> assertThat(refusal.passRanOut()).isEqualTo(status == PlaceStatus.EXPIRED));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "forged" })
	void forgedTokenCallsNoStore(String forged) {
		assertThatThrownBy(() -> this.room.look(forged)).isInstanceOf(QueueTokenInvalidException.class);
		assertThatThrownBy(() -> this.room.leave(forged)).isInstanceOf(QueueTokenInvalidException.class);
		assertThatThrownBy(() -> this.room.requireOwner(forged, MINA)).isInstanceOf(QueueTokenInvalidException.class);
		assertThatThrownBy(() -> this.room.identify(forged, MINA, 42)).isInstanceOf(QueueTokenInvalidException.class);
		assertThatThrownBy(() -> this.room.requireTurn(forged, MINA, 42))
			.isInstanceOf(QueueTokenInvalidException.class);
		verifyNoInteractions(this.queues, this.catalogue);
	}

	@Test
	@ProvesRule(rule = "The queue token of another member is refused", guard = "WaitingRoomService.requireOwner",
			brokenBy = "reading the token for any member")
	void foreignTokenCallsNoStore() {
		assertThatThrownBy(() -> this.room.requireOwner(this.token, JOON))
			.isInstanceOf(QueueTokenInvalidException.class);
		assertThatThrownBy(() -> this.room.requireTurn(this.token, JOON, 42))
			.isInstanceOf(QueueTokenInvalidException.class);
		verifyNoInteractions(this.queues, this.catalogue);
	}

	@Test
	void tokenOfAnotherConcertCallsNoStore() {
		assertThatThrownBy(() -> this.room.identify(this.token, MINA, 43))
			.isInstanceOf(QueueTokenWrongConcertException.class);
		assertThatThrownBy(() -> this.room.requireTurn(this.token, MINA, 43))
			.isInstanceOf(QueueTokenWrongConcertException.class);
		verifyNoInteractions(this.queues, this.catalogue);
	}

	@Test
	void leavingReturnsTheFinalStatus() {
		given(this.queues.finish(new Pass(42, MINA, 7), PlaceStatus.LEFT)).willReturn(PlaceStatus.COMPLETED);

		assertThat(this.room.leave(this.token).status()).isEqualTo(PlaceStatus.COMPLETED);
	}

	@Test
	void passFollowsTheHold() {
		this.room.adjustPass(new Pass(42, MINA, 7), Instant.ofEpochMilli(123));
		this.room.adjustPass(new Pass(42, MINA, 7), null);

		verify(this.queues).extend(new Pass(42, MINA, 7), 123);
		verify(this.queues).extend(new Pass(42, MINA, 7), 0);
	}

	@Test
	void passEndsByPayingOrByTime() {
		given(this.queues.finish(any(), any())).willReturn(PlaceStatus.COMPLETED);

		this.room.complete(new Pass(42, MINA, 7));
		this.room.expire(new Pass(42, MINA, 7));

		verify(this.queues).finish(new Pass(42, MINA, 7), PlaceStatus.COMPLETED);
		verify(this.queues).finish(new Pass(42, MINA, 7), PlaceStatus.EXPIRED);
	}

	private void standing(PlaceStatus status) {
		given(this.queues.look(TICKET)).willReturn(place(status));
	}

	private static PlaceScriptResult place(PlaceStatus status) {
		return new PlaceScriptResult(status.name(), 7, 1_900_000_000_999L, 3, 1_900_000_000_000L, 1_900_000_300_000L,
				snapshot(), 0);
	}

	private static QueueSnapshot snapshot() {
		return new QueueSnapshot("epoch-01", NOW.toEpochMilli(), 20, 3, 0, 17, 3, 7_200, 0, 0, 0, 3, 0, 0, 0,
				NOW.toEpochMilli(), false, List.of());
	}

	private void concert(SaleStatus status, int seatsLeft) {
		concert(status, seatsLeft, OPENS);
	}

	private void concert(SaleStatus status, int seatsLeft, Instant opensAt) {
		given(this.catalogue.getConcert(42)).willReturn(new Concert(42, "T", "A", "V", "", opensAt, status,
				Instant.EPOCH, Instant.EPOCH, seatsLeft, List.of()));
	}

}
