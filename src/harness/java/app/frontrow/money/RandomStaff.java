package app.frontrow.money;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import app.frontrow.booking.Order;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.members.Member;
import app.frontrow.members.Role;
import app.frontrow.office.seat.OrderOfficeService;
import app.frontrow.office.seat.SeatExchange;
import app.frontrow.office.seat.SeatOfficeService;
import app.frontrow.office.showchange.ShowChangeOfficeService;
import app.frontrow.office.showchange.ShowJob;

/**
 * What the ticket office does with the seats of a show in a random history.
 */
record RandomStaff(Show show, SeatOfficeService seats, OrderOfficeService orders, ShowChangeOfficeService changes) {

	private static final Member SERA = new Member(new UUID(0, 7), "sera", "Sera", Role.MEMBER, Instant.EPOCH);

	/** Exchanges a seat of the order. It is refused unless the order is paid. */
	Supplier<Object> reseat(Order order, Random random, String key) {
		SeatExchange exchange = new SeatExchange(order.reservation().seatNumbers().get(0),
				1 + random.nextInt(Show.SEATS), "random");
		return () -> this.orders.reseat(SERA, order.reservation().id(), exchange, key);
	}

	/**
	 * Keeps a seat from sale, or releases all. Releasing answers with the same text each
	 * time, because it may be repeated without a key.
	 */
	Supplier<Object> blockOrRelease(Random random, String key) {
		List<Integer> seats = List.of(1 + random.nextInt(Show.SEATS));
		if (random.nextInt(3) > 0) {
			return () -> this.seats.block(SERA, this.show.id(), seats, "random", key);
		}
		List<Integer> all = IntStream.rangeClosed(1, Show.SEATS).boxed().toList();
		return () -> {
			this.seats.release(SERA, this.show.id(), all, null);
			return "released";
		};
	}

	/** Cancels the show. A job refunds its orders. */
	UUID cancel() {
		return this.changes.cancel(SERA, this.show.id(), "random").id();
	}

	/** Moves the show. A job gives its orders the new date. */
	UUID move(Instant startsAt) {
		return this.changes.move(SERA, this.show.id(), startsAt, startsAt.minusSeconds(1), "random").id();
	}

	boolean isDone(UUID job) {
		return this.changes.get(job).status() == ShowJob.Status.DONE;
	}

}
