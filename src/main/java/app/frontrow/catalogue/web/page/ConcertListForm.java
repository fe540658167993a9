package app.frontrow.catalogue.web.page;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;

import app.frontrow.catalogue.concert.ConcertFilter;
import app.frontrow.catalogue.concert.ConcertSort;
import app.frontrow.catalogue.concert.SaleStatus;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The search text and the filters as they are in the address. Nothing is null.
 *
 * @param month for example 2027-05
 * @param status a name of {@link SaleStatus}
 * @param sort a name of {@link ConcertSort}
 */
record ConcertListForm(String q, @BindParam("filter-month") String month, @BindParam("filter-venue") String venue,
		@BindParam("filter-status") String status, String sort) {

	ConcertListForm {
		q = clean(q);
		month = clean(month);
		venue = clean(venue);
		status = clean(status);
		sort = clean(sort);
	}

	/**
	 * Returns nothing if the address has a month, a state or an order that is unknown.
	 */
	Optional<ConcertFilter> toFilter() {
		try {
			return Optional.of(new ConcertFilter(this.q, this.status.isEmpty() ? null : SaleStatus.valueOf(this.status),
					this.month.isEmpty() ? null : YearMonth.parse(this.month), this.venue, toSort()));
		}
		catch (DateTimeException | IllegalArgumentException unknown) {
			return Optional.empty();
		}
	}

	boolean isFiltered() {
		return !(this.month.isEmpty() && this.venue.isEmpty() && this.status.isEmpty());
	}

	/** Returns the address of the list without a number of a page. */
	String toAddress() {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/");
		Map<String, String> values = Map.of("q", this.q, "month", this.month, "venue", this.venue, "status",
				this.status, "sort", this.sort);
		add(address, "q", "{q}", this.q);
		add(address, "filter-month", "{month}", this.month);
		add(address, "filter-venue", "{venue}", this.venue);
		add(address, "filter-status", "{status}", this.status);
		add(address, "sort", "{sort}", this.sort);
		return address.encode().buildAndExpand(values).toUriString();
	}

	private static void add(UriComponentsBuilder address, String name, String variable, String value) {
		if (!value.isEmpty()) {
			address.queryParam(name, variable);
		}
	}

	private ConcertSort toSort() {
		return this.sort.isEmpty() ? ConcertSort.AVAILABILITY : ConcertSort.valueOf(this.sort);
	}

	private static String clean(@Nullable String value) {
		return (value != null) ? value.strip() : "";
	}

}
