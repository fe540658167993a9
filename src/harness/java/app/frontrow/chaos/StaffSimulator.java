package app.frontrow.chaos;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import app.frontrow.catalogue.concert.Show;
import tools.jackson.databind.JsonNode;

/**
 * The ticket office while members buy: keeps seats from sale, releases them, exchanges
 * seats of orders, moves shows to other dates, and cancels one show. In the end no seat
 * is kept from sale.
 */
final class StaffSimulator {

	private static final int MOST_TRIES = 60;

	/** The show is cancelled when it has some orders. */
	private static final int VISITS_BEFORE_CANCELLATION = 15;

	private static final int LAST_SEAT_OF_FIRST_GRADE = 20;

	private static final String ALL_SEATS = IntStream.rangeClosed(1, Show.SEATS)
		.mapToObj(Integer::toString)
		.collect(Collectors.joining(","));

	private final MemberLoginClient account;

	private final LoadBalancedClient line;

	private final List<Long> shows;

	private final long showToCancel;

	private final Random random;

	private final List<SeatExchange> exchanges = new ArrayList<>();

	private final Set<String> exchangedOrders = new HashSet<>();

	private final Instant firstDate = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(90, ChronoUnit.DAYS);

	private int moves;

	private int visits;

	private boolean cancelled;

	/**
	 * The staff of a ticket office.
	 * @param shows those that are sold to the end
	 */
	StaffSimulator(MemberLoginClient account, LoadBalancedClient line, List<Long> shows, long showToCancel, long seed) {
		this.account = account;
		this.line = line;
		this.shows = shows;
		this.showToCancel = showToCancel;
		this.random = new Random(seed);
	}

	/** Does one thing. */
	void visit() {
		long show = this.shows.get(this.random.nextInt(this.shows.size()));
		int mood = this.random.nextInt(10);
		if (++this.visits >= VISITS_BEFORE_CANCELLATION && !this.cancelled) {
			cancelShow();
		}
		else if (mood < 2) {
			int seat = 1 + this.random.nextInt(Show.SEATS);
			send("POST", show, "/blocks", Map.of("seatNumbers", List.of(seat), "reason", "Camera"), "seats blocked");
		}
		else if (mood < 6) {
			exchangeSeat();
		}
		else if (mood < 8) {
			release(show);
		}
		else {
			move(show);
		}
		FaultInjector.sleep(500 + this.random.nextInt(1_000));
	}

	/**
	 * Asks again for what was never answered, cancels the show, and releases all seats.
	 */
	void settle() {
		this.exchanges.stream().filter(SeatExchange::isOpen).forEach((exchange) -> repeat("exchange of a seat", () -> {
			ClientReply reply = ask(exchange);
			return !exchange.isOpen() ? null : reply;
		}));
		repeat("cancelled show", () -> unlessDone(cancelShow()));
		for (long show : this.shows) {
			repeat("released seats of show " + show, () -> unlessDone(release(show)));
		}
	}

	/** What was exchanged, or may have been. */
	List<SeatExchange> exchanges() {
		return List.copyOf(this.exchanges);
	}

	/** Sends a request until it gives null, which means that nothing is left to ask. */
	private void repeat(String what, Supplier<ClientReply> request) {
		ClientReply reply = request.get();
		for (int attempt = 0; attempt < MOST_TRIES && reply != null; attempt++) {
			FaultInjector.sleep(1_000);
			reply = request.get();
		}
		if (reply != null) {
			this.line.figures().broken("never answered", what + ": " + reply);
		}
	}

	private static ClientReply unlessDone(ClientReply reply) {
		return reply.isDone() ? null : reply;
	}

	/**
	 * Exchanges the first seat of an order for any of its grade. Members give back the
	 * last one.
	 */
	private void exchangeSeat() {
		ClientReply found = ask("GET", "/orders?status=CONFIRMED&size=50", null);
		List<JsonNode> orders = found.isDone() ? found.answer().json().at("/items").valueStream().toList() : List.of();
		orders.stream()
			.filter((order) -> !this.exchangedOrders.contains(order.at("/id").asString()))
			.findFirst()
			.ifPresent(this::exchangeFirstSeat);
	}

	private void exchangeFirstSeat(JsonNode order) {
		String id = order.at("/id").asString();
		int from = order.at("/seats").valueStream().mapToInt(JsonNode::intValue).min().orElseThrow();
		int to = (from <= LAST_SEAT_OF_FIRST_GRADE) ? 1 + this.random.nextInt(LAST_SEAT_OF_FIRST_GRADE)
				: this.random.nextInt(LAST_SEAT_OF_FIRST_GRADE, Show.SEATS) + 1;
		this.exchangedOrders.add(id);
		SeatExchange exchange = new SeatExchange(id, from, to);
		this.exchanges.add(exchange);
		ask(exchange);
	}

	private ClientReply ask(SeatExchange exchange) {
		ClientReply reply = exchange.ask(this.account.client(), this.line);
		this.account.noteAnswer(reply);
		return reply;
	}

	private ClientReply cancelShow() {
		this.line.site().showIsCancelled(this.showToCancel);
		ClientReply reply = ask("POST", "/shows/" + this.showToCancel + "/cancellation",
				Map.of("reason", "The band is ill"));
		if (reply.isDone() && !this.cancelled) {
			this.cancelled = true;
			this.line.figures().count("shows cancelled");
		}
		return reply;
	}

	private ClientReply release(long show) {
		return send("DELETE", show, "/blocks?seatNumbers=" + ALL_SEATS, null, "seats released");
	}

	/**
	 * Each date is another one, as two shows of a concert never begin at the same time.
	 */
	private void move(long show) {
		Instant date = this.firstDate.plus(++this.moves, ChronoUnit.HOURS);
		send("POST", show, "/move", Map.of("startsAt", date.toString(), "refundUntil",
				date.minus(1, ChronoUnit.DAYS).toString(), "reason", "The hall is closed"), "shows moved");
	}

	private ClientReply send(String method, long show, String what, Object body, String figure) {
		ClientReply reply = ask(method, "/shows/" + show + what, body);
		if (reply.isDone()) {
			this.line.figures().count(figure);
		}
		return reply;
	}

	private ClientReply ask(String method, String path, Object body) {
		ClientReply reply = this.line.send(this.account.client(), method, "/api/v1/office" + path, body);
		this.account.noteAnswer(reply);
		return reply;
	}

}
