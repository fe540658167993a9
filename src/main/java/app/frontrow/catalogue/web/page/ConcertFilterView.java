package app.frontrow.catalogue.web.page;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import app.frontrow.catalogue.concert.ConcertFilter;
import app.frontrow.catalogue.concert.ConcertSort;
import app.frontrow.catalogue.concert.SaleStatus;
import app.frontrow.catalogue.filter.FilterOptions;
import org.jspecify.annotations.Nullable;

/**
 * The filters of the list and what is chosen. Chosen values are among the options, even
 * if no concert has them.
 */
record ConcertFilterView(List<YearMonth> months, List<String> venues, ConcertListForm chosen) {

	static ConcertFilterView of(ConcertListForm form, FilterOptions options) {
		Optional<ConcertFilter> filter = form.toFilter();
		return new ConcertFilterView(with(options.months(), filter.map(ConcertFilter::month).orElse(null)),
				with(options.venues(), form.venue().isEmpty() ? null : form.venue()), form);
	}

	public SaleStatus[] states() {
		return SaleStatus.values();
	}

	public ConcertSort[] orders() {
		return ConcertSort.values();
	}

	private static <T extends Comparable<? super T>> List<T> with(List<T> options, @Nullable T chosen) {
		return (chosen == null || options.contains(chosen)) ? options
				: Stream.concat(options.stream(), Stream.of(chosen)).sorted().toList();
	}

}
