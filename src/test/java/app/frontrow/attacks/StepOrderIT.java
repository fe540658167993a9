package app.frontrow.attacks;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import app.frontrow.catalogue.concert.Show;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.ProductTest;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Steps of a booking in every order. A small model tells each answer, and money and seats
 * afterwards.
 */
class StepOrderIT extends ProductTest {

	private static final long PRICE = 90_000;

	private Show show;

	@Test
	@ProvesRule(rule = "The steps of a booking are taken in order", guard = "CheckoutService.hold",
			brokenBy = "leaving out requireTurn")
	void everyOrderOfStepsIsAnsweredAsInTheModel() {
		this.show = ConcertFixture.showOnSale(this.programme, this.catalogue);
		List<List<Step>> orders = new ArrayList<>(orders(2));
		orders(3).forEach((order) -> orders.add(Stream.concat(Stream.of(Step.JOIN), order.stream()).toList()));
		List.of(Step.PAY, Step.CANCEL, Step.LEAVE, Step.JOIN)
			.forEach((last) -> orders
				.add(List.of(Step.JOIN, Step.HOLD, Step.PAY, Step.CANCEL, Step.JOIN, last, Step.PAY)));
		List<ApiClient> members = this.audience.members(orders.size());

		IntStream.range(0, orders.size()).forEach((index) -> walk(members.get(index), orders.get(index)));

		this.books.audit();
	}

	/** Takes the steps, and cancels the rest at the end. */
	private void walk(ApiClient member, List<Step> order) {
		member.charge(1_000_000).expect(201);
		Model model = new Model();
		Walker walker = new Walker(member);
		List<String> answered = new ArrayList<>();
		List<String> expected = new ArrayList<>();
		for (Step step : order) {
			expected.add(step + " " + model.answer(step));
			Answer answer = walker.take(step);
			answered.add(step + " " + answer.status() + ((answer.status() < 400) ? "" : " " + answer.text("code")));
		}
		assertThat(answered).isEqualTo(expected);
		assertThat(member.balance()).as(order.toString()).isEqualTo(1_000_000 - (model.sold ? PRICE : 0));
		member.get("/api/v1/reservations").json().at("/items").forEach((reservation) -> {
			if (List.of("HELD", "CONFIRMED").contains(reservation.at("/status").asString())) {
				member.delete("/api/v1/reservations/" + reservation.at("/id").asString()).expect(200);
			}
		});
		walker.take(Step.LEAVE);
		assertThat(member.balance()).as(order.toString()).isEqualTo(1_000_000);
	}

	private static List<List<Step>> orders(int length) {
		return (length == 0) ? List.of(List.of())
				: orders(length - 1).stream()
					.flatMap((rest) -> Stream.of(Step.values())
						.map((step) -> Stream.concat(rest.stream(), Stream.of(step)).toList()))
					.toList();
	}

	private enum Step {

		JOIN, HOLD, PAY, CANCEL, LEAVE

	}

	/** Tells the expected answers without the product's code. */
	private static final class Model {

		private boolean token;

		private boolean inside;

		/** Of the last hold: none, held, sold or over. */
		private String hold = "none";

		private boolean sold;

		String answer(Step step) {
			return switch (step) {
				case JOIN -> {
					boolean place = this.inside;
					this.token = true;
					this.inside = true;
					yield place ? "200" : "201";
				}
				case HOLD -> {
					if (!this.token) {
						yield "401 queue-token-invalid";
					}
					if (!this.inside) {
						yield "410 queue-token-expired";
					}
					this.hold = "held";
					yield "201";
				}
				case PAY -> {
					yield switch (this.hold) {
						case "none" -> "404 not-found";
						case "sold" -> "409 already-paid";
						case "over" -> "410 hold-expired";
						default -> pay();
					};
				}
				case CANCEL -> {
					if (this.hold.equals("none")) {
						yield "404 not-found";
					}
					if (this.hold.equals("over")) {
						yield "409 not-cancellable";
					}
					this.sold = this.sold && !this.hold.equals("sold");
					this.hold = "over";
					yield "200";
				}
				case LEAVE -> {
					this.inside = false;
					yield this.token ? "204" : "401 queue-token-invalid";
				}
			};
		}

		private String pay() {
			this.hold = "sold";
			this.sold = true;
			this.inside = false;
			return "201";
		}

	}

	/** A member at work, always about the last hold. */
	private final class Walker {

		private ApiClient member;

		private String reservation = UUID.randomUUID().toString();

		private int seat = 31;

		Walker(ApiClient member) {
			this.member = member;
		}

		Answer take(Step step) {
			switch (step) {
				case JOIN -> {
					Answer joined = this.member.join(StepOrderIT.this.show.concertId());
					this.member = this.member.withQueueToken(joined.text("queueToken"));
					// many come and go here, and the rate lets in so many a second
					await().until(() -> !"WAITING".equals(this.member.status()));
					return joined;
				}
				case HOLD -> {
					Answer held = this.member.hold(StepOrderIT.this.show.id(), this.seat++);
					this.reservation = (held.status() == 201) ? held.text("id") : this.reservation;
					return held;
				}
				case PAY -> {
					return this.member.pay(this.reservation);
				}
				case CANCEL -> {
					return this.member.cancel(this.reservation);
				}
				default -> {
					return this.member.leave();
				}
			}
		}

	}

}
