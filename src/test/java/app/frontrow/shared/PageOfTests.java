package app.frontrow.shared;

import java.util.List;
import java.util.function.LongSupplier;

import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;

import static org.assertj.core.api.Assertions.assertThat;

class PageOfTests {

	@ParameterizedTest
	@CsvSource({ "0, 20, 0", "1, 20, 1", "20, 20, 1", "21, 20, 2", "40, 20, 2", "41, 20, 3", "100000, 1, 100000",
			"99, 100, 1", "101, 100, 2" })
	void pagesAreCountedUpToTheLastItem(long items, int size, int pages) {
		assertThat(PageOf.of(List.of(), 0, size, items).totalPages()).isEqualTo(pages);
	}

	@Test
	void pageOfSpringDataKeepsItsNumbers() {
		PageOf<String> page = PageOf.of(new PageImpl<>(List.of(1), PageRequest.of(2, 5), 11), List.of("one"));

		assertThat(page).isEqualTo(new PageOf<>(List.of("one"), 2, 5, 11, 3));
	}

	@Test
	void mappingChangesNothingButTheItems() {
		assertThat(PageOf.of(List.of(1, 2), 3, 2, 9).map(String::valueOf))
			.isEqualTo(new PageOf<>(List.of("1", "2"), 3, 2, 9, 5));
	}

	@Test
	void lastPageNeedsNoCount() {
		LongSupplier never = () -> {
			throw new AssertionError("counted");
		};

		assertThat(PageOf.of(List.of(), 0, 2, never).totalItems()).isZero();
		assertThat(PageOf.of(List.of("a"), 0, 2, never).totalItems()).isEqualTo(1);
		assertThat(PageOf.of(List.of("e"), 2, 2, never).totalItems()).isEqualTo(5);
	}

	@Test
	@ProvesRule(rule = "The items of a list are counted after a full page", guard = "PageOf.of",
			brokenBy = "leaving out \"items.size() < size\"")
	void fullPageAndEmptyPageAreCounted() {
		assertThat(PageOf.of(List.of("a", "b"), 0, 2, () -> 2L).totalItems()).isEqualTo(2);
		assertThat(PageOf.of(List.of("a", "b"), 0, 2, () -> 9L).totalPages()).isEqualTo(5);
		assertThat(PageOf.of(List.of(), 7, 2, () -> 9L).totalItems()).isEqualTo(9);
	}

}
