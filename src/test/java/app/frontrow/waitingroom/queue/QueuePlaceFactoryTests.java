package app.frontrow.waitingroom.queue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import app.frontrow.waitingroom.draw.TestDraws;
import app.frontrow.waitingroom.memory.QueueSnapshot;
import app.frontrow.waitingroom.place.EndReason;
import app.frontrow.waitingroom.place.Estimate;
import app.frontrow.waitingroom.place.PlaceStatus;
import app.frontrow.waitingroom.place.QueuePlace;
import app.frontrow.waitingroom.policy.QueueMode;
import app.frontrow.waitingroom.policy.QueueTerms;
import app.frontrow.waitingroom.redis.PlaceScriptResult;
import app.frontrow.waitingroom.token.QueueTicket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class QueuePlaceFactoryTests {

	private static final long NOW = 1_900_000_100_000L;

	private static final Instant ISSUED = Instant.ofEpochSecond(1_900_000_000);

	private static final QueueTicket TICKET = new QueueTicket(42, UUID.randomUUID(), 7, ISSUED);

	private static final QueueTerms TERMS = terms(0);

	private static final String TOKEN = "signed.ticket.token";

	@Test
	void positionCountsFromOne() {
		QueuePlace first = view(60, 90).create(TOKEN, TICKET, waiting(0, 0, 0), TERMS);
		QueuePlace later = view(60, 90).create(TOKEN, TICKET, waiting(1_233, 0, 0), TERMS);

		assertThat(first.position()).isEqualTo(1);
		assertThat(first.peopleAhead()).isZero();
		assertThat(later.position()).isEqualTo(1_234);
		assertThat(later.peopleAhead()).isEqualTo(1_233);
	}

	@Test
	void waitingPlaceHasItsMemberAndNoPass() {
		QueuePlace place = view(60, 90).create(TOKEN, TICKET, waiting(3, 0, 0), TERMS);

		assertThat(place).isEqualTo(new QueuePlace(TOKEN, 42, TICKET.memberId(), PlaceStatus.WAITING, 4L, 3L, null,
				place.pollAfterMs(), ISSUED, null, null, null, null, null));
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "1, 10000", "2, 0", "50, -5" })
	void noEstimateBeforeThereIsAHistory(long admissions, long span) {
		assertThat(view(60, 90).create(TOKEN, TICKET, waiting(99, admissions, span), TERMS).estimatedWaitSeconds())
			.isNull();
	}

	@ParameterizedTest
	@CsvSource({
			// 10 admissions in 3 s are 3 a second: position 30 waits 10 s
			"29, 10, 3000, 7, 15",
			// 2 admissions in 10 s are 0.1 a second
			"0, 2, 10000, 7, 15", "99, 2, 10000, 750, 1500",
			// half a second at best rounds down, at worst up
			"0, 3, 1000, 0, 1" })
	void estimateIs75To150PercentOfTheExpectedWait(long rank, long admissions, long span, long min, long max) {
		assertThat(view(60, 90).create(TOKEN, TICKET, waiting(rank, admissions, span), TERMS).estimatedWaitSeconds())
			.isEqualTo(new Estimate(min, max));
	}

	@Test
	void estimateGetsWiderWhileNobodyIsAdmitted() {
		// 11 admissions within a second, and none in the nine seconds since
		QueueSnapshot stalled = new QueueSnapshot("epoch-01", NOW, 9_000, 0, 0, 9_000, 0, 9_000, 0, 0, 0, 11, 0, 11,
				NOW - 10_000, NOW - 9_000, false, List.of());

		assertThat(view(60, 90)
			.create(TOKEN, TICKET, new PlaceScriptResult("WAITING", 7, 0, 99, 0, 0, stalled, 100), TERMS)
			.estimatedWaitSeconds()).isEqualTo(new Estimate(7, 150));
	}

	@Test
	void farFromTheFrontOnlyAPartIsExpectedToBeThere() {
		QueueSnapshot halfGone = new QueueSnapshot("epoch-01", NOW, 9_000, 0, 0, 1_000, 0, 1_000, 0, 0, 0, 99, 100, 11,
				NOW - 1_000, NOW, false, List.of());
		PlaceScriptResult far = new PlaceScriptResult("WAITING", 7, 0, 2_999, 0, 0, halfGone, 0);

		// 1,000 near ones and half of 2,000 others at 10 a second
		assertThat(view(60, 90).create(TOKEN, TICKET, far, TERMS).estimatedWaitSeconds())
			.isEqualTo(new Estimate(150, 300));
	}

	@Test
	void beforeTheOpeningThereIsNoPositionAndOneAsksJustAfterIt() {
		PlaceScriptResult early = new PlaceScriptResult("WAITING", 7, 0, -1, 0, 0, snapshot(0, 0), 0);

		QueuePlace place = view(60, 90).create(TOKEN, TICKET, early, terms(NOW + 3_000));

		assertThat(place.status()).isEqualTo(PlaceStatus.WAITING);
		assertThat(place.position()).isNull();
		assertThat(place.peopleAhead()).isNull();
		assertThat(place.estimatedWaitSeconds()).isNull();
		assertThat(place.pollAfterMs()).isBetween(3_000L, 7_000L);
		assertThat(view(60, 90).create(TOKEN, TICKET, early, terms(NOW + 3_600_000)).pollAfterMs()).isBetween(24_000L,
				36_000L);
		assertThat(view(60, 90).create(TOKEN, TICKET, early, terms(NOW - 5_000)).pollAfterMs()).isBetween(0L, 4_000L);
	}

	@Test
	void admittedMemberSeesThePass() {
		PlaceScriptResult place = new PlaceScriptResult("ADMITTED", 7, 0, 0, NOW - 1_000, NOW + 298_999, snapshot(0, 0),
				0);

		assertThat(view(60, 90).create(TOKEN, TICKET, place, TERMS))
			.isEqualTo(new QueuePlace(TOKEN, 42, TICKET.memberId(), PlaceStatus.ADMITTED, null, null, null, 5_000L,
					ISSUED, Instant.ofEpochMilli(NOW - 1_000), Instant.ofEpochMilli(NOW + 298_999), 298L, null, null));
	}

	@Test
	void timeLeftIsNeverNegative() {
		PlaceScriptResult place = new PlaceScriptResult("ADMITTED", 7, 0, 0, NOW - 9_000, NOW - 1, snapshot(0, 0), 0);

		assertThat(view(60, 90).create(TOKEN, TICKET, place, TERMS).remainingSeconds()).isZero();
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = { "WAITING", "ADMITTED" })
	void endedPlaceHasOnlyItsStatus(PlaceStatus status) {
		QueuePlace ended = new QueuePlace(TOKEN, 42, TICKET.memberId(), status, null, null, null, null, ISSUED, null,
				null, null, null, (status == PlaceStatus.EXPIRED) ? EndReason.TIME_OVER : null);

		assertThat(view(60, 90).create(TOKEN, TICKET,
				new PlaceScriptResult(status.name(), 7, 0, 0, 0, 0, snapshot(0, 0), 0), TERMS))
			.isEqualTo(ended);
		assertThat(view(60, 90).createEnded(TOKEN, TICKET, status)).isEqualTo(ended);
	}

	/** A near waiter, when the latest admissions span this many ms. */
	private static PlaceScriptResult waiting(long ahead, long admissions, long span) {
		return new PlaceScriptResult("WAITING", 7, 0, ahead, 0, 0, snapshot(admissions, span), 0);
	}

	private static QueueSnapshot snapshot(long admissions, long span) {
		return new QueueSnapshot("epoch-01", NOW, 9_000, 0, 0, 9_000, 0, 9_000, 0, 0, 0, 0, 0, admissions, NOW - span,
				NOW, false, List.of());
	}

	private static QueueTerms terms(long opensAt) {
		return new QueueTerms(100, 20, QueueMode.OPEN, 50, Instant.ofEpochMilli(opensAt));
	}

	private QueuePlaceFactory view(long claim, long absence) {
		return new QueuePlaceFactory(PollIntervalPolicyTests.pace(claim, absence), new TestDraws().draws);
	}

}
