package app.frontrow.money;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import app.frontrow.catalogue.Show;
import app.frontrow.payments.Checkout;
import app.frontrow.payments.Order;
import app.frontrow.payments.Payment;
import app.frontrow.payments.PaymentStatus;
import app.frontrow.reservations.ReservationStatus;
import app.frontrow.shared.Refusal;
import app.frontrow.waitingroom.WaitingRoom;
import app.frontrow.wallet.LedgerEntry;
import app.frontrow.wallet.Wallets;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One member's side of a random history: what was asked, and what was acknowledged. Two
 * threads may act for the same member.
 */
final class RandomHistory {

	private final UUID member;

	private final Checkout checkout;

	private final Wallets wallets;

	private final WaitingRoom waitingRoom;

	private final Map<String, LedgerEntry> charges = new ConcurrentHashMap<>();

	private final Map<String, Long> amounts = new ConcurrentHashMap<>();

	private final Map<UUID, Payment> paid = new ConcurrentHashMap<>();

	private final Map<UUID, Order> cancelled = new ConcurrentHashMap<>();

	private final Queue<Order> held = new ConcurrentLinkedQueue<>();

	private final AtomicInteger acknowledged = new AtomicInteger();

	private final AtomicInteger refused = new AtomicInteger();

	private final AtomicLong before = new AtomicLong();

	RandomHistory(UUID member, Checkout checkout, Wallets wallets, WaitingRoom waitingRoom) {
		this.member = member;
		this.checkout = checkout;
		this.wallets = wallets;
		this.waitingRoom = waitingRoom;
		this.before.set(wallets.balance(member));
	}

	/** Does something, as the random numbers have it. A refusal is an answer too. */
	void act(Random random, Show show) {
		try {
			switch (random.nextInt(10)) {
				case 0, 1 -> topUp(random);
				case 2, 3, 4, 5 -> hold(random, show);
				case 6, 7, 8 -> pay(random, show);
				default -> cancel(random);
			}
			this.acknowledged.incrementAndGet();
		}
		catch (Refusal refusal) {
			this.refused.incrementAndGet();
		}
	}

	private void topUp(Random random) {
		List<String> used = new ArrayList<>(this.amounts.keySet());
		boolean again = !used.isEmpty() && random.nextInt(3) == 0;
		String key = again ? used.get(random.nextInt(used.size())) : UUID.randomUUID().toString();
		long amount = this.amounts.computeIfAbsent(key, (fresh) -> 1 + (long) random.nextInt(400_000));
		LedgerEntry entry = this.wallets.charge(this.member, amount, key);
		LedgerEntry first = this.charges.putIfAbsent(key, entry);
		if (first != null) {
			assertThat(entry).as("the same key gives the first answer").isEqualTo(first);
		}
	}

	private void hold(Random random, Show show) {
		List<Integer> seats = random.ints(1 + random.nextInt(3), 1, Show.SEATS + 1).boxed().distinct().toList();
		String key = random.nextBoolean() ? UUID.randomUUID().toString() : null;
		String token = this.waitingRoom.join(show.concertId(), this.member).place().queueToken();
		Order order = this.checkout.hold(this.member, token, show.id(), seats, key);
		this.held.add(order);
		if (key != null) {
			assertThat(this.checkout.hold(this.member, token, show.id(), seats, key)).isEqualTo(order);
		}
	}

	private void pay(Random random, Show show) {
		Order order = any(random);
		if (order == null) {
			return;
		}
		String token = this.waitingRoom.join(show.concertId(), this.member).place().queueToken();
		String key = random.nextBoolean() ? UUID.randomUUID().toString() : null;
		Payment payment = this.checkout.pay(this.member, token, order.reservation().id(), key);
		assertThat(this.paid.putIfAbsent(order.reservation().id(), payment)).as("paid once").isNull();
		if (key != null) {
			assertThat(this.checkout.pay(this.member, token, order.reservation().id(), key)).isEqualTo(payment);
		}
	}

	private void cancel(Random random) {
		Order order = any(random);
		if (order != null) {
			Order after = this.checkout.cancel(this.member, order.reservation().id());
			assertThat(this.cancelled.putIfAbsent(order.reservation().id(), after)).as("cancelled once").isNull();
		}
	}

	private Order any(Random random) {
		List<Order> orders = new ArrayList<>(this.held);
		return orders.isEmpty() ? null : orders.get(Math.max(0, orders.size() - 1 - random.nextInt(4)));
	}

	/** What was acknowledged is there, and nothing else. */
	void check() {
		long expected = this.before.get() + this.charges.values().stream().mapToLong(LedgerEntry::amount).sum();
		for (Order order : this.held) {
			UUID id = order.reservation().id();
			Order now = this.checkout.order(this.member, id);
			Order given = this.cancelled.get(id);
			boolean refunded = given != null && given.payment().status() == PaymentStatus.REFUNDED;
			if (this.paid.containsKey(id)) {
				assertThat(now.reservation().status())
					.isEqualTo(refunded ? ReservationStatus.CANCELLED : ReservationStatus.CONFIRMED);
				expected -= refunded ? 0 : order.reservation().total();
			}
			else {
				assertThat(now.reservation().status()).isNotEqualTo(ReservationStatus.CONFIRMED);
				assertThat(refunded).as("refunded without being paid").isFalse();
			}
		}
		assertThat(this.wallets.balance(this.member)).isEqualTo(expected);
	}

	/** How many of the operations were acknowledged. */
	int acknowledged() {
		return this.acknowledged.get();
	}

	/** How many were refused. */
	int refused() {
		return this.refused.get();
	}

}
