package app.frontrow.shared.web.api;

import java.util.List;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PagingTests {

	private final Validator validator = Validation.buildDefaultValidatorFactory().getValidator();

	@Test
	void missingParametersGetDefaults() {
		assertThat(new Paging(null, null)).isEqualTo(new Paging(0, 20));
		assertThat(new Paging(3, null)).isEqualTo(new Paging(3, 20));
		assertThat(new Paging(null, 7)).isEqualTo(new Paging(0, 7));
	}

	@ParameterizedTest
	@CsvSource({ "0, 1, ''", "100000, 100, ''", "-1, 20, page", "100001, 20, page", "0, 0, size", "0, 101, size",
			"0, -1, size" })
	void pageAndSizeHaveBounds(int page, int size, String fault) {
		assertThat(this.validator.validate(new Paging(page, size)))
			.extracting((violation) -> violation.getPropertyPath().toString())
			.isEqualTo(fault.isEmpty() ? List.of() : List.of(fault));
	}

}
