package app.frontrow.booking.seat;

import java.util.List;
import java.util.stream.IntStream;

import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LoneSeatRulesTests {

	private static final List<Integer> ALL = IntStream.rangeClosed(1, 50).boxed().toList();

	@Test
	void freeSeatBetweenTwoChosenSeatsIsSingle() {
		assertThat(LoneSeatRules.findLoneSeats(ALL, List.of(14, 16))).containsExactly(15);
		assertThat(LoneSeatRules.findLoneSeats(ALL, List.of(12, 14, 16))).containsExactly(13, 15);
	}

	@Test
	void freeSeatBetweenAChosenAndATakenSeatIsSingle() {
		List<Integer> free = without(14);

		assertThat(LoneSeatRules.findLoneSeats(free, List.of(16))).containsExactly(15);
		assertThat(LoneSeatRules.findLoneSeats(free, List.of(12))).containsExactly(13);
	}

	@Test
	void twoFreeSeatsAreNotSingle() {
		assertThat(LoneSeatRules.findLoneSeats(ALL, List.of(14, 17))).isEmpty();
		assertThat(LoneSeatRules.findLoneSeats(ALL, List.of(14, 15))).isEmpty();
	}

	@Test
	@ProvesRule(rule = "Nobody is warned about a single seat at the end of a row",
			guard = "LoneSeatRules.findLoneSeats", brokenBy = "leaving out atTheEnd")
	void endOfARowIsNotSingle() {
		assertThat(LoneSeatRules.findLoneSeats(ALL, List.of(12))).isEmpty();
		assertThat(LoneSeatRules.findLoneSeats(ALL, List.of(9))).isEmpty();
		assertThat(LoneSeatRules.findLoneSeats(without(10), List.of(12))).isEmpty();
		assertThat(LoneSeatRules.findLoneSeats(without(11), List.of(9))).isEmpty();
	}

	@Test
	@ProvesRule(rule = "Nobody is warned about a seat that was single before", guard = "LoneSeatRules.findLoneSeats",
			brokenBy = "leaving out the look at the neighbours")
	void seatThatWasSingleBeforeIsNotNamed() {
		assertThat(LoneSeatRules.findLoneSeats(without(14, 16), List.of(30))).isEmpty();
		assertThat(LoneSeatRules.findLoneSeats(without(14, 16), List.of(15))).isEmpty();
	}

	@Test
	@ProvesRule(rule = "Nobody is warned about a single seat when a chosen seat is taken",
			guard = "LoneSeatRules.findLoneSeats", brokenBy = "leaving out containsAll")
	void takenChoiceIsNotWarnedAbout() {
		assertThat(LoneSeatRules.findLoneSeats(without(14), List.of(14, 16))).isEmpty();
		assertThat(LoneSeatRules.findLoneSeats(ALL, List.of(48, 51, 50))).isEmpty();
		assertThat(LoneSeatRules.findLoneSeats(ALL, List.of())).isEmpty();
	}

	private static List<Integer> without(Integer... taken) {
		return ALL.stream().filter((number) -> !List.of(taken).contains(number)).toList();
	}

}
