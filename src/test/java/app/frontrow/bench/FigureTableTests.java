package app.frontrow.bench;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FigureTableTests {

	@Test
	void eachLineHasTheMediansOfItsRounds() {
		FigureTable table = new FigureTable("start of", "ready s", "MB");

		table.add("the jar", 15, 400);
		table.add("the folder", 4, 300);
		table.add("the jar", 25, 450);
		table.add("the jar", 16, 460);

		assertThat(table.lines()).containsExactly("| start of | ready s | MB |", "|---|---:|---:|",
				"| the jar | 16.0 | 450 |", "| the folder | 4.00 | 300 |");
	}

}
