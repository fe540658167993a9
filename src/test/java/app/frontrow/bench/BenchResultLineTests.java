package app.frontrow.bench;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class BenchResultLineTests {

	private static LoadResult load(long perSecond, long errors) {
		return new LoadResult(perSecond, 1, 1, 2, errors);
	}

	@Test
	void ratioIsTheMedianOfTheRoundsAndNotOfTheTotals() {
		BenchResultLine line = new BenchResultLine("line", "bare");
		line.add(load(50, 0), load(100, 0));
		line.add(load(10, 0), load(1_000, 0));
		line.add(load(30, 0), load(40, 0));
		assertThat(line.ratio()).isEqualTo(0.5, within(1e-9));
		assertThat(line.perSecond()).isEqualTo(30, within(1e-9));
	}

	@Test
	void lineWithoutYardstickHasNoRatio() {
		BenchResultLine line = new BenchResultLine("line", null);
		line.add(load(50, 0));
		assertThat(line.ratio()).isNaN();
	}

	@Test
	void errorsOfAllRoundsAreCounted() {
		BenchResultLine line = new BenchResultLine("line", null);
		line.add(load(50, 2));
		line.add(load(50, 1));
		assertThat(line.errors()).isEqualTo(3);
	}

}
