package app.frontrow.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import app.frontrow.catalogue.concert.Show;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.StaffRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Members and the staff want the same seats at the same moment.
 */
class SeatsByHandRaceIT extends RaceTest {

	private static final int HANDS = 400;

	private static final String OFFICE = "/api/v1/office";

	private Show show;

	private ApiClient sera;

	private String blocks;

	private String gifts;

	@BeforeEach
	void showOnSale() {
		// a show has 50 seats, and no more members come in than there are seats
		this.show = this.catalogue.findShows(ConcertFixture.onSale(this.programme, 4)).get(0);
		this.sera = this.audience.staff(StaffRole.BOX_OFFICE, this.show.concertId());
		this.blocks = OFFICE + "/shows/" + this.show.id() + "/blocks";
		this.gifts = OFFICE + "/shows/" + this.show.id() + "/complimentary";
	}

	@Test
	@ProvesRule(rule = "A seat is blocked only if it is free", guard = "SeatBlockRepository.block",
			brokenBy = "leaving out FREE_CONDITION")
	void fourHundredHandsGiveASeatToOne() {
		List<ApiClient> members = this.audience.inside(100, this.show.concertId());
		String guest = members.get(0).get("/api/v1/members/me").text("username");
		Map<String, Object> block = Map.of("seatNumbers", List.of(25), "reason", "Camera");
		Map<String, Object> gift = Map.of("seatNumbers", List.of(25), "username", guest, "reason", "Guests");
		List<Callable<Answer>> hands = new ArrayList<>();
		for (int hand = 0; hand < HANDS; hand++) {
			ApiClient member = members.get(hand % members.size());
			hands.add(switch (hand % 4) {
				case 0 -> () -> this.sera.post(this.blocks, block);
				case 1 -> () -> this.sera.post(this.gifts, gift);
				default -> () -> member.hold(this.show.id(), 25);
			});
		}

		List<Answer> answers = ConcurrentRunner.rush(hands);

		assertThat(ConcurrentRunner.outcomes(answers)).isEqualTo(Map.of("201", 1, "409 seat-taken", HANDS - 1));
		assertThat(this.books.count("seats where show_id = ? and status <> 'AVAILABLE'", this.show.id())).isOne();
		long owners = this.books.count("reservations where concert_id = ?", this.show.concertId())
				+ this.books.count("seat_blocks where show_id = ?", this.show.id());
		assertThat(owners).isOne();
	}

	/** Each round: a block, its release, holds and gifts of overlapping seats. */
	@Test
	void overlappingSeatsOfStaffAndMembersAgreeInTheEnd() {
		List<ApiClient> members = this.audience.inside(40, this.show.concertId());
		String guest = members.get(0).get("/api/v1/members/me").text("username");
		List<Callable<Answer>> hands = new ArrayList<>();
		for (int hand = 0; hand < 160; hand++) {
			int first = 1 + hand % 20;
			ApiClient member = members.get(hand / 4);
			hands.add(switch (hand % 4) {
				case 0 -> () -> this.sera.post(this.blocks,
						Map.of("seatNumbers", List.of(first + 2, first, first + 1), "reason", "Camera"));
				case 1 -> () -> this.sera.delete(this.blocks + "?seatNumbers=" + first + "," + (first + 3));
				case 2 -> () -> this.sera.post(this.gifts,
						Map.of("seatNumbers", List.of(first + 1, first), "username", guest, "reason", "Guests"));
				default -> () -> member.hold(this.show.id(), first + 1, first);
			});
		}

		assertThat(ConcurrentRunner.outcomes(ConcurrentRunner.rush(hands)).keySet()).isSubsetOf("201", "204",
				"409 seat-taken");
	}

	@Test
	void reseatAndRefundAgree() {
		for (int round = 0; round < 10; round++) {
			ApiClient fan = this.audience.inside(1, this.show.concertId()).get(0);
			fan.charge(1_000_000).expect(201);
			String order = fan.hold(this.show.id(), 31, 32).expect(201).text("id");
			fan.pay(order).expect(201);
			List<Callable<Answer>> hands = new ArrayList<>();
			IntStream.rangeClosed(40, 45)
				.forEach((to) -> hands.add(() -> this.sera.post(OFFICE + "/orders/" + order + "/reseat",
						Map.of("from", 31, "to", to, "reason", "Broken"))));
			hands.add(() -> fan.cancel(order));

			Map<String, Integer> outcomes = ConcurrentRunner.outcomes(ConcurrentRunner.rush(hands));

			assertThat(outcomes.keySet()).isSubsetOf("200", "409 not-reseatable");
			assertThat(outcomes.get("200")).isBetween(1, 2);
			assertThat(this.books.count("seats where show_id = ? and status <> 'AVAILABLE'", this.show.id())).isZero();
			assertThat(this.books.count("tickets where show_id = ? and not void", this.show.id())).isZero();
		}
	}

	@Test
	void oneOfManyReseatsGetsTheSeat() {
		List<ApiClient> fans = this.audience.inside(12, this.show.concertId());
		List<Callable<Answer>> hands = new ArrayList<>();
		for (int fan = 0; fan < fans.size(); fan++) {
			fans.get(fan).charge(1_000_000).expect(201);
			int seat = 11 + fan;
			String order = fans.get(fan).hold(this.show.id(), seat).expect(201).text("id");
			fans.get(fan).pay(order).expect(201);
			hands.add(() -> this.sera.post(OFFICE + "/orders/" + order + "/reseat",
					Map.of("from", seat, "to", 30, "reason", "Broken")));
		}

		assertThat(ConcurrentRunner.outcomes(ConcurrentRunner.rush(hands)))
			.isEqualTo(Map.of("200", 1, "409 seat-taken", 11));
	}

}
