package app.frontrow.journey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import app.frontrow.catalogue.concert.Show;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many members want the same seats at the same moment.
 */
@Tag("smoke")
class HoldRaceIT extends RaceTest {

	private static final int MEMBERS = 200;

	private static final int CLICKS = 5;

	private Show show;

	@BeforeEach
	void showOnSale() {
		// a show has 50 seats, and no more members come in than there are seats
		this.show = this.catalogue.findShows(ConcertFixture.onSale(this.programme, 10)).get(0);
	}

	@Test
	void thousandRequestsHoldASeatOnce() {
		List<ApiClient> members = this.audience.inside(MEMBERS, this.show.concertId());
		List<Callable<Answer>> clicks = new ArrayList<>();
		for (int i = 0; i < CLICKS; i++) {
			members.forEach((member) -> clicks.add(() -> member.hold(this.show.id(), 25)));
		}
		List<Answer> answers = ConcurrentRunner.rush(clicks);
		assertThat(ConcurrentRunner.outcomes(answers))
			.isEqualTo(Map.of("201", 1, "409 seat-taken", MEMBERS * CLICKS - 1));
		Answer won = answers.stream().filter((answer) -> answer.status() == 201).findFirst().orElseThrow();
		assertThat(this.books.held(this.show.id())).containsExactly(25);
		assertThat(this.books.count("reservations where concert_id = ?", this.show.concertId())).isEqualTo(1);
		assertThat(this.books.count("payments where reservation_id = ? and status = 'PENDING' and amount = 120000",
				won.text("id")))
			.isEqualTo(1);
		assertThat(this.books.count("seats where reservation_id = ? and status = 'HELD'", won.text("id"))).isEqualTo(1);
	}

	@Test
	@ProvesRule(rule = "A request holds all of its seats or none", guard = "SeatHoldService.hold",
			brokenBy = "leaving out the count of claimed seats")
	void overlappingSeatsAreHeldAllOrNone() {
		Random random = new Random(20261120);
		List<ApiClient> members = this.audience.inside(60, this.show.concertId());
		List<Callable<Answer>> clicks = new ArrayList<>();
		for (int round = 0; round < 4; round++) {
			members.forEach((member) -> {
				List<Integer> seats = IntStream.rangeClosed(1, 24).boxed().collect(Collectors.toList());
				Collections.shuffle(seats, random);
				Integer[] wanted = seats.subList(0, 2 + random.nextInt(3)).toArray(Integer[]::new);
				clicks.add(() -> member.hold(this.show.id(), wanted));
			});
		}
		List<Answer> answers = ConcurrentRunner.rush(clicks);
		assertThat(ConcurrentRunner.outcomes(answers).keySet()).isSubsetOf("201", "409 seat-taken",
				"409 seat-limit-exceeded");
		List<Integer> held = new ArrayList<>();
		for (Answer answer : answers) {
			if (answer.status() == 201) {
				List<Integer> seats = answer.json()
					.at("/seats")
					.findValues("number")
					.stream()
					.map(JsonNode::intValue)
					.toList();
				held.addAll(seats);
				assertThat(this.books.count("seats where reservation_id = ? and status = 'HELD'", answer.text("id")))
					.isEqualTo(seats.size());
			}
		}
		assertThat(held).hasSizeGreaterThan(12).doesNotHaveDuplicates();
		assertThat(this.books.held(this.show.id())).containsExactlyInAnyOrderElementsOf(held);
	}

	@Test
	@ProvesRule(rule = "A member with many windows gets at most four seats of a concert",
			guard = "SeatHoldService.prepare", brokenBy = "leaving out lockAllowance")
	void oneMemberWithManyWindowsGetsFourSeats() {
		ApiClient member = this.audience.inside(1, this.show.concertId()).get(0);
		List<Callable<Answer>> clicks = IntStream.rangeClosed(1, 20)
			.mapToObj((seat) -> ConcurrentRunner.task(() -> member.hold(this.show.id(), seat)))
			.toList();
		assertThat(ConcurrentRunner.outcomes(ConcurrentRunner.rush(clicks)))
			.isEqualTo(Map.of("201", 4, "409 seat-limit-exceeded", 16));
		assertThat(this.books.held(this.show.id())).hasSize(4);
	}

	@Test
	void oneMemberWithManyWindowsHasOnePlaceInTheQueue() {
		ApiClient member = this.audience.member();
		List<Answer> answers = ConcurrentRunner.rush(Collections.nCopies(30, () -> member.join(this.show.concertId())));
		assertThat(ConcurrentRunner.outcomes(answers)).isEqualTo(Map.of("201", 1, "200", 29));
		assertThat(answers).extracting((answer) -> answer.text("queueToken"))
			.containsOnly(answers.get(0).text("queueToken"));
	}

}
