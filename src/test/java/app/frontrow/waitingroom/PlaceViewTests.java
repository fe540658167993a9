package app.frontrow.waitingroom;

import java.time.Duration;
import java.time.Instant;
import java.util.LongSummaryStatistics;
import java.util.UUID;
import java.util.stream.IntStream;

import app.frontrow.RunningProduct;
import app.frontrow.waitingroom.QueueStore.Place;
import com.nimbusds.jose.JOSEException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlaceViewTests {

	private static final long NOW = 1_900_000_100_000L;

	private static final Instant ISSUED = Instant.ofEpochSecond(1_900_000_000);

	private static final Ticket TICKET = new Ticket(42, UUID.randomUUID(), "epoch-01", 7, ISSUED);

	private final TicketSigner signer = signer();

	@Test
	void positionCountsFromOne() {
		QueuePlace first = view(60, 90).of(TICKET, waiting(0, 0, 0));
		QueuePlace later = view(60, 90).of(TICKET, waiting(1_233, 0, 0));

		assertThat(first.position()).isEqualTo(1);
		assertThat(first.peopleAhead()).isZero();
		assertThat(later.position()).isEqualTo(1_234);
		assertThat(later.peopleAhead()).isEqualTo(1_233);
	}

	@Test
	void waiterSeesWhoseTokenItIsAndNothingOfAPass() {
		QueuePlace place = view(60, 90).of(TICKET, waiting(3, 0, 0));

		assertThat(place).isEqualTo(new QueuePlace(this.signer.sign(TICKET), 42, TICKET.memberId(), PlaceStatus.WAITING,
				4L, 3L, null, place.pollAfterMs(), ISSUED, null, null, null));
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "1, 10000", "2, 0", "50, -5" })
	void noEstimateBeforeThereIsAHistory(long admissions, long span) {
		assertThat(view(60, 90).of(TICKET, waiting(99, admissions, span)).estimatedWaitSeconds()).isNull();
	}

	@ParameterizedTest
	@CsvSource({
			// 10 admissions in 3 s are 3 a second: position 30 waits 10 s
			"29, 10, 3000, 7, 15",
			// 2 admissions in 10 s are 0.1 a second
			"0, 2, 10000, 7, 15", "99, 2, 10000, 750, 1500",
			// half a second at best rounds down, at worst up
			"0, 3, 1000, 0, 1" })
	void estimateIs75To150PercentOfWhatTheRateSays(long rank, long admissions, long span, long min, long max) {
		assertThat(view(60, 90).of(TICKET, waiting(rank, admissions, span)).estimatedWaitSeconds())
			.isEqualTo(new Estimate(min, max));
	}

	@ParameterizedTest
	@CsvSource({
			// near the front: 2 s
			"60, 90, 0, 0, 0, 2000", "60, 90, 19, 0, 0, 2000", "60, 90, 399, 0, 0, 2000",
			// a tenth of the wait expected at 20 a second
			"60, 90, 1999, 0, 0, 10000", "60, 90, 3999, 0, 0, 20000",
			// never longer than 30 s
			"60, 90, 99999, 0, 0, 30000", "3600, 3600, 999999, 0, 0, 30000",
			// nor than a third of the time of absence
			"60, 60, 99999, 0, 0, 20000", "60, 3, 99999, 0, 0, 1000",
			// nor than two thirds of the time to claim a pass
			"30, 90, 99999, 0, 0, 20000", "3, 90, 99999, 0, 0, 2000",
			// the rate really seen counts more than the one that is set: 1 a second
			"60, 90, 99, 11, 10000, 10000" })
	void pollIntervalFollowsTheWait(long claim, long absence, long rank, long admissions, long span, long interval) {
		PlaceView view = view(claim, absence);
		LongSummaryStatistics polls = IntStream.range(0, 1_000)
			.mapToLong((i) -> view.of(TICKET, waiting(rank, admissions, span)).pollAfterMs())
			.summaryStatistics();

		assertThat(polls.getMin()).isBetween(interval * 80 / 100, interval * 85 / 100);
		assertThat(polls.getMax()).isBetween(interval * 115 / 100, interval * 120 / 100);
		assertThat((long) polls.getAverage()).isBetween(interval * 98 / 100, interval * 102 / 100);
	}

	@Test
	void admittedMemberSeesThePass() {
		Place place = new Place(false, "epoch-01", 7, 0, PlaceStatus.ADMITTED, NOW, 0, NOW - 1_000, NOW + 298_999, 0,
				0);

		assertThat(view(60, 90).of(TICKET, place)).isEqualTo(
				new QueuePlace(this.signer.sign(TICKET), 42, TICKET.memberId(), PlaceStatus.ADMITTED, null, null, null,
						5_000L, ISSUED, Instant.ofEpochMilli(NOW - 1_000), Instant.ofEpochMilli(NOW + 298_999), 298L));
	}

	@Test
	void timeLeftIsNeverNegative() {
		Place place = new Place(false, "epoch-01", 7, 0, PlaceStatus.ADMITTED, NOW, 0, NOW - 9_000, NOW - 1, 0, 0);

		assertThat(view(60, 90).of(TICKET, place).remainingSeconds()).isZero();
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = { "WAITING", "ADMITTED" })
	void placeThatHasEndedTellsOnlyHow(PlaceStatus status) {
		QueuePlace ended = new QueuePlace(this.signer.sign(TICKET), 42, TICKET.memberId(), status, null, null, null,
				null, ISSUED, null, null, null);

		assertThat(view(60, 90).of(TICKET, new Place(false, "epoch-01", 7, 0, status, NOW, 0, 0, 0, 0, 0)))
			.isEqualTo(ended);
		assertThat(view(60, 90).ended(TICKET, status)).isEqualTo(ended);
	}

	/** A waiter, when the latest admissions span this many ms. */
	private static Place waiting(long rank, long admissions, long span) {
		return new Place(false, "epoch-01", 7, 0, PlaceStatus.WAITING, NOW, rank, 0, 0, admissions, NOW - span);
	}

	private PlaceView view(long claim, long absence) {
		return new PlaceView(this.signer, new QueueSettings(100, 20, Duration.ofSeconds(claim), Duration.ofMinutes(5),
				Duration.ofSeconds(absence)));
	}

	private static TicketSigner signer() {
		try {
			return new TicketSigner(RunningProduct.TOKEN_KEY);
		}
		catch (JOSEException weak) {
			throw new IllegalArgumentException(weak);
		}
	}

}
