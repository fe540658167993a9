package app.frontrow.booking.refund;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

import app.frontrow.booking.refund.AppliedRule.Kind;
import app.frontrow.catalogue.cancellation.CancellationRule;
import app.frontrow.catalogue.cancellation.CancellationRules;
import app.frontrow.catalogue.concert.Show;
import org.jspecify.annotations.Nullable;

/**
 * The cancellation rules that an order keeps from its purchase.
 *
 * @param rules the earliest first; empty if the order was bought before there were rules
 * @param grace how long after the purchase nothing is kept
 * @param freeUntil until when nothing is kept because the show was moved; null if it was
 * not moved
 * @param refundCount how many refunds the order has had
 */
public record CancellationTerms(List<CancellationRule> rules, Duration grace, @Nullable Instant freeUntil,
		int refundCount) {

	/** The terms of a show that was not moved. */
	public CancellationTerms(List<CancellationRule> rules, Duration grace, int refundCount) {
		this(rules, grace, null, refundCount);
	}

	/**
	 * Returns the rule for a cancellation at this time. Days end at midnight of the
	 * venue.
	 */
	AppliedRule choose(Instant paidAt, Instant startsAt, Instant now) {
		if (this.freeUntil != null && now.isBefore(this.freeUntil)) {
			return AppliedRule.free(Kind.ORGANISER);
		}
		if (this.rules.isEmpty()) {
			return AppliedRule.free(Kind.NONE);
		}
		if (now.isBefore(paidAt.plus(this.grace))) {
			return AppliedRule.free(Kind.GRACE);
		}
		CancellationRule rule = CancellationRules.choose(this.rules,
				ChronoUnit.DAYS.between(date(now), date(startsAt)));
		return new AppliedRule(Kind.DAYS, rule.daysBefore(), rule.percent());
	}

	/** Returns the number of the next refund of a payment. */
	public int nextPart() {
		return this.refundCount + 1;
	}

	private static LocalDate date(Instant time) {
		return LocalDate.ofInstant(time, Show.ZONE);
	}

}
