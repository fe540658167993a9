package app.frontrow.bench;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BenchOptionsTests {

	@Test
	void withoutOptionsEverythingIsMeasured() {
		BenchOptions options = BenchOptions.of();
		assertThat(options.measures("far-poll")).isTrue();
		assertThat(options.parts()).containsExactlyInAnyOrder("table", "smooth", "people", "crowd");
	}

	@Test
	void onlySelectsRowsOfTheTable() {
		BenchOptions options = BenchOptions.of("--only", "hold,pay");
		assertThat(options.measures("hold")).isTrue();
		assertThat(options.measures("far-poll")).isFalse();
		assertThat(options.parts()).containsExactly("table");
	}

	@Test
	void singlePartOmitsTheTable() {
		BenchOptions options = BenchOptions.of("--crowd", "--quick", "--jar", "other.jar");
		assertThat(options.parts()).containsExactly("crowd");
		assertThat(options.measures("hold")).isFalse();
		assertThat(options.quick()).isTrue();
		assertThat(options.jar()).isEqualTo(Path.of("other.jar"));
	}

	@Test
	void unknownOptionIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> BenchOptions.of("--fast"));
	}

}
