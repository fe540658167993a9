package app.frontrow.catalogue.concert;

import java.time.YearMonth;

import org.jspecify.annotations.Nullable;

/**
 * Which concerts a list shows, and in which order.
 *
 * @param text part of a title, artist or venue, Korean initials or a month; empty for all
 * @param status null for any
 * @param month with a show in this month, Seoul time; null for any
 * @param venue the whole name; empty for any
 */
public record ConcertFilter(String text, @Nullable SaleStatus status, @Nullable YearMonth month, String venue,
		ConcertSort sort) {

	/** All concerts by date. */
	public static final ConcertFilter ALL = new ConcertFilter("", null, null, "", ConcertSort.DATE);

	/** Replaces missing values, so that they mean no limit and the order of dates. */
	public ConcertFilter {
		text = (text != null) ? text.strip() : "";
		venue = (venue != null) ? venue.strip() : "";
		sort = (sort != null) ? sort : ConcertSort.DATE;
	}

	/** Tells whether all concerts are shown. */
	public boolean isEmpty() {
		return this.text.isEmpty() && this.status == null && this.month == null && this.venue.isEmpty();
	}

}
