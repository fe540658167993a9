package app.frontrow.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import app.frontrow.booking.CheckoutService;
import app.frontrow.booking.Order;
import app.frontrow.booking.OrderQueryService;
import app.frontrow.booking.reservation.ReservationStatus;
import app.frontrow.booking.reservation.SeatChoice;
import app.frontrow.booking.seat.Seat;
import app.frontrow.booking.seat.SeatMapService;
import app.frontrow.booking.seat.SeatStatus;
import app.frontrow.catalogue.concert.Concert;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.members.Member;
import app.frontrow.waitingroom.WaitingRoomService;
import app.frontrow.waitingroom.place.PlaceStatus;
import app.frontrow.waitingroom.place.QueuePlace;
import app.frontrow.wallet.WalletService;
import app.frontrow.wallet.WalletSettings;

import org.springframework.beans.factory.annotation.Value;

/**
 * Sells tickets the way members buy them: queue, hold, top up, pay. So every sold seat of
 * the demo has its payment, its ledger lines and its ticket.
 */
class DemoSalesSimulator {

	private static final int PATIENCE = 1200;

	private final WaitingRoomService waitingRoom;

	private final SeatMapService seatMap;

	private final CheckoutService checkout;

	private final OrderQueryService orderQueries;

	private final WalletService wallets;

	private final int seatsPerMember;

	private final long maxCharge;

	private final Random random = new Random(4);

	DemoSalesSimulator(WaitingRoomService waitingRoom, SeatMapService seatMap, CheckoutService checkout,
			OrderQueryService orderQueries, WalletService wallets,
			@Value("${frontrow.reservations.seats-per-member}") int seatsPerMember, WalletSettings wallet) {
		this.waitingRoom = waitingRoom;
		this.seatMap = seatMap;
		this.checkout = checkout;
		this.orderQueries = orderQueries;
		this.wallets = wallets;
		this.seatsPerMember = seatsPerMember;
		this.maxCharge = wallet.maxCharge();
	}

	/** Enough to sell out a concert of one show. */
	int audience() {
		return Math.max(13, (Show.SEATS + this.seatsPerMember - 1) / this.seatsPerMember);
	}

	/** Gives up what an earlier start held and the passes it had no time to use. */
	void tidyUp(List<Member> members, List<Concert> concerts) {
		for (Member member : members) {
			for (Order order : this.orderQueries.findOrders(member.id(), ReservationStatus.HELD, 0, 100).items()) {
				this.checkout.cancel(member.id(), order.reservation().id());
			}
			for (Concert concert : concerts) {
				this.waitingRoom.leave(this.waitingRoom.join(concert.id(), member.id()).place().queueToken());
			}
		}
	}

	/** Sells seats of a show until so many are sold, as far as the audience may buy. */
	void sell(Show show, int seats, List<Member> audience) {
		List<Member> buyers = new ArrayList<>(audience);
		Collections.shuffle(buyers, this.random);
		while (!buyers.isEmpty()) {
			List<Seat> plan = this.seatMap.getPlan(show.id(), buyers.get(0).id()).seats();
			int missing = seats - (int) plan.stream().filter((seat) -> seat.status() == SeatStatus.SOLD).count();
			if (missing <= 0) {
				return;
			}
			Member buyer = buyers.remove(0);
			int may = Math.min(missing, this.seatsPerMember - owned(buyer, show.concertId()));
			if (may > 0) {
				// fewer than allowed, where enough others may still buy
				boolean spare = missing <= buyers.size();
				buy(buyer, show, choose(plan, spare ? 1 + this.random.nextInt(may) : may));
			}
		}
	}

	/** Sells the member seats of a show unless they own some of it. */
	void sellTo(Member member, Show show, int number) {
		List<Seat> plan = this.seatMap.getPlan(show.id(), member.id()).seats();
		if (plan.stream().noneMatch(Seat::mine)) {
			buy(member, show, choose(plan, Math.min(number, this.seatsPerMember)));
		}
	}

	/** Tops up until the balance is at least that. */
	void topUp(Member member, long balance) {
		long missing = balance - this.wallets.getBalance(member.id());
		while (missing > 0) {
			long amount = Math.min(this.maxCharge, (missing + 9_999) / 10_000 * 10_000);
			this.wallets.charge(member.id(), amount, null);
			missing -= amount;
		}
	}

	private int owned(Member member, long concertId) {
		return this.orderQueries.findOrders(member.id(), ReservationStatus.CONFIRMED, 0, 100)
			.items()
			.stream()
			.filter((order) -> order.reservation().concertId() == concertId)
			.mapToInt((order) -> order.reservation().seats().size())
			.sum();
	}

	/** Free seats next to one another where there are such, else any. */
	private List<Integer> choose(List<Seat> plan, int number) {
		List<Integer> free = plan.stream()
			.filter((seat) -> seat.status() == SeatStatus.AVAILABLE)
			.map(Seat::number)
			.toList();
		if (free.size() < number) {
			throw new IllegalStateException("Only " + free.size() + " seats are free");
		}
		int from = this.random.nextInt(free.size() - number + 1);
		return free.subList(from, from + number);
	}

	private void buy(Member member, Show show, List<Integer> seats) {
		String token = queue(member.id(), show.concertId());
		Order order = this.checkout.hold(member.id(), token, new SeatChoice(show.id(), seats, null), null);
		topUp(member, order.payment().amount());
		this.checkout.pay(member.id(), token, order.reservation().id(), null);
	}

	private String queue(UUID memberId, long concertId) {
		QueuePlace place = this.waitingRoom.join(concertId, memberId).place();
		for (int look = 0; place.status() != PlaceStatus.ADMITTED && look < PATIENCE; look++) {
			pause();
			place = this.waitingRoom.join(concertId, memberId).place();
		}
		return place.queueToken();
	}

	private static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(50);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted", ex);
		}
	}

}
