package app.frontrow.money;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

import app.frontrow.booking.CheckoutService;
import app.frontrow.booking.Order;
import app.frontrow.booking.OrderQueryService;
import app.frontrow.booking.RefundService;
import app.frontrow.booking.payment.Payment;
import app.frontrow.booking.payment.PaymentStatus;
import app.frontrow.booking.refund.Refund;
import app.frontrow.booking.refund.RefundRequest;
import app.frontrow.booking.reservation.ReservationStatus;
import app.frontrow.booking.reservation.SeatChoice;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.waitingroom.WaitingRoomService;
import app.frontrow.wallet.WalletService;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One member's side of a random history: what was asked, and what was acknowledged. Two
 * threads may act for the same member.
 */
final class RandomHistory {

	private final UUID member;

	private final Show show;

	private final CheckoutService checkout;

	private final OrderQueryService orderQueries;

	private final RefundService refunds;

	private final WalletService wallets;

	private final WaitingRoomService waitingRoom;

	private final RandomStaff staff;

	private final RequestLog requests = new RequestLog();

	private final Map<String, Long> amounts = new ConcurrentHashMap<>();

	private final Map<UUID, Payment> paid = new ConcurrentHashMap<>();

	private final Map<UUID, Order> cancelled = new ConcurrentHashMap<>();

	/** What was given back for single tickets, by order and seat. */
	private final Map<UUID, Map<Integer, Long>> refunded = new ConcurrentHashMap<>();

	private final Queue<Order> held = new ConcurrentLinkedQueue<>();

	private final long before;

	RandomHistory(UUID member, Show show, CheckoutService checkout, OrderQueryService orderQueries,
			RefundService refunds, WalletService wallets, WaitingRoomService waitingRoom, RandomStaff staff) {
		this.refunds = refunds;
		this.member = member;
		this.show = show;
		this.checkout = checkout;
		this.orderQueries = orderQueries;
		this.wallets = wallets;
		this.waitingRoom = waitingRoom;
		this.staff = staff;
		this.before = wallets.getBalance(member);
	}

	/** Does something, as the random numbers have it. A refusal is an answer too. */
	void act(Random random) {
		switch (random.nextInt(12)) {
			case 0, 1 -> topUp(random);
			case 10, 11 -> changeByHand(random);
			case 2, 3, 4, 5 -> hold(random);
			case 6, 7 -> pay(random);
			case 8 -> refundOneTicket(random);
			default -> cancel(random);
		}
	}

	private void topUp(Random random) {
		List<String> used = new ArrayList<>(this.amounts.keySet());
		boolean again = !used.isEmpty() && random.nextInt(3) == 0;
		String key = again ? used.get(random.nextInt(used.size())) : UUID.randomUUID().toString();
		long amount = this.amounts.computeIfAbsent(key, (fresh) -> 1 + (long) random.nextInt(400_000));
		this.requests.askWithKey(key, () -> this.wallets.charge(this.member, amount, key), (entry) -> {
		});
	}

	private void hold(Random random) {
		List<Integer> seats = random.ints(1 + random.nextInt(3), 1, Show.SEATS + 1)
			.boxed()
			.distinct()
			.sorted()
			.toList();
		String key = key(random);
		Supplier<Order> request = () -> this.checkout.hold(this.member, token(),
				new SeatChoice(this.show.id(), seats, null), key);
		if (key == null) {
			this.requests.ask(request, this.held::add, () -> lookUp(seats));
		}
		else {
			this.requests.askWithKey(key, request, this.held::add);
			this.requests.askWithKey(key, request, this.held::add);
		}
	}

	private void pay(Random random) {
		Order order = any(random);
		if (order == null) {
			return;
		}
		UUID id = order.reservation().id();
		String key = key(random);
		Supplier<Payment> request = () -> this.checkout.pay(this.member, token(), id, key);
		Consumer<Payment> told = (payment) -> assertThat(this.paid.putIfAbsent(id, payment)).as("paid once").isNull();
		if (key == null) {
			this.requests.ask(request, told, () -> lookUp(id));
		}
		else {
			this.requests.askWithKey(key, request, told);
			this.requests.askWithKey(key, request, told);
		}
	}

	private void cancel(Random random) {
		Order order = any(random);
		if (order != null) {
			UUID id = order.reservation().id();
			this.requests.ask(() -> this.checkout.cancel(this.member, id),
					(after) -> assertThat(this.cancelled.putIfAbsent(id, after)).as("cancelled once").isNull(),
					() -> lookUp(id));
		}
	}

	private void refundOneTicket(Random random) {
		Order order = any(random);
		if (order == null) {
			return;
		}
		UUID id = order.reservation().id();
		List<Integer> seats = order.reservation().seatNumbers();
		String seat = String.valueOf(seats.get(random.nextInt(seats.size())));
		this.requests.ask(() -> this.refunds.cancel(this.member, key(random), RefundRequest
			.byMember(id, List.of(seat), null)), (refund) -> refund
				.tickets()
				.forEach((ticket) -> assertThat(this.refunded.computeIfAbsent(id, (fresh) -> new ConcurrentHashMap<>())
					.putIfAbsent(ticket.seatNumber(), ticket.refund())).as("refunded once").isNull()),
				() -> lookUp(id));
	}

	/** The ticket office changes seats; it asks twice. */
	private void changeByHand(Random random) {
		Order order = any(random);
		String key = UUID.randomUUID().toString();
		Supplier<Object> request = (order != null && random.nextBoolean()) ? this.staff.reseat(order, random, key)
				: this.staff.blockOrRelease(random, key);
		for (int time = 0; time < 2; time++) {
			this.requests.askWithKey(key, request, (answer) -> {
			});
		}
	}

	/** Whether a hold without a key was made after all. */
	private void lookUp(List<Integer> seats) {
		List<UUID> known = this.held.stream().map((order) -> order.reservation().id()).toList();
		ordersOfShow().stream()
			.filter((order) -> order.reservation().seatNumbers().equals(seats)
					&& !known.contains(order.reservation().id()))
			.findFirst()
			.ifPresent(this.held::add);
	}

	/** Whether a reservation was paid, or given up, after all. */
	private void lookUp(UUID id) {
		Order now = this.orderQueries.getOrder(this.member, id);
		if (now.payment().paidAt() != null) {
			this.paid.putIfAbsent(id, now.payment());
		}
		List<Refund> done = this.refunds.findRefunds(now);
		done.stream()
			.filter((refund) -> refund.tickets().size() == 1)
			.flatMap((refund) -> refund.tickets().stream())
			.forEach((ticket) -> this.refunded.computeIfAbsent(id, (fresh) -> new ConcurrentHashMap<>())
				.putIfAbsent(ticket.seatNumber(), ticket.refund()));
		if (now.reservation().status() == ReservationStatus.CANCELLED) {
			this.cancelled.putIfAbsent(id, now);
		}
	}

	private List<Order> ordersOfShow() {
		return this.orderQueries.findOrders(this.member, null, 0, 100)
			.items()
			.stream()
			.filter((order) -> order.reservation().showId() == this.show.id())
			.toList();
	}

	private String token() {
		return this.waitingRoom.join(this.show.concertId(), this.member).place().queueToken();
	}

	private static String key(Random random) {
		return random.nextBoolean() ? UUID.randomUUID().toString() : null;
	}

	private Order any(Random random) {
		List<Order> orders = new ArrayList<>(this.held);
		return orders.isEmpty() ? null : orders.get(Math.max(0, orders.size() - 1 - random.nextInt(4)));
	}

	/** Checks that acknowledged work is there, and nothing else. */
	void check() {
		long expected = this.before + this.requests.toppedUp();
		for (Order order : this.held) {
			UUID id = order.reservation().id();
			Order now = this.orderQueries.getOrder(this.member, id);
			Map<Integer, Long> single = this.refunded.getOrDefault(id, Map.of());
			boolean over = this.cancelled.containsKey(id) || single.size() == order.reservation().seats().size();
			assertThat(now.reservation().status() == ReservationStatus.CANCELLED).as("cancelled").isEqualTo(over);
			assertThat(now.reservation().status() == ReservationStatus.PARTLY_REFUNDED)
				.isEqualTo(!over && !single.isEmpty());
			if (this.paid.containsKey(id)) {
				assertThat(now.payment().status()).isEqualTo(over ? PaymentStatus.REFUNDED : PaymentStatus.PAID);
				expected -= over ? 0
						: order.reservation().total() - single.values().stream().mapToLong(Long::longValue).sum();
			}
			else {
				assertThat(now.reservation().status()).isNotEqualTo(ReservationStatus.CONFIRMED);
				assertThat(now.payment().status()).isNotIn(PaymentStatus.PAID, PaymentStatus.REFUNDED);
			}
		}
		assertThat(ordersOfShow()).extracting((order) -> order.reservation().id())
			.containsExactlyInAnyOrderElementsOf(this.held.stream().map((order) -> order.reservation().id()).toList());
		assertThat(this.wallets.getBalance(this.member)).isEqualTo(expected);
	}

	/** Checks that a cancelled show has given all money back, and left no order. */
	void checkRefunded() {
		assertThat(ordersOfShow()).extracting((order) -> order.reservation().status())
			.isSubsetOf(ReservationStatus.CANCELLED, ReservationStatus.EXPIRED);
		assertThat(this.wallets.getBalance(this.member)).isEqualTo(this.before + this.requests.toppedUp());
	}

	/** Checks that each paid order has the new date. */
	void checkMoved(Instant startsAt) {
		assertThat(ordersOfShow()).filteredOn((order) -> order.reservation().status().isPaid())
			.allSatisfy((order) -> assertThat(order.reservation().startsAt()).isEqualTo(startsAt));
	}

	/** Ends the member's pass, so that the queue is empty and can rest. */
	void leave() {
		this.waitingRoom.leave(token());
	}

	/** What was asked for, and what the answers were. */
	RequestLog requests() {
		return this.requests;
	}

}
