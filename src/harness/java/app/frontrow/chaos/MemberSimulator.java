package app.frontrow.chaos;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

import app.frontrow.chaos.SeatOwnershipModel.Claim;
import tools.jackson.databind.JsonNode;

/**
 * A member who comes again and again: waits, chooses, holds, pays, changes their mind,
 * tops up, repeats what was never answered, and remembers every answer.
 */
final class MemberSimulator {

	private static final int REPEATS = 5;

	private static final int MOST_LOOKS = 60;

	private final MemberLoginClient account;

	private final LoadBalancedClient line;

	private final Random random;

	private final List<MemberOperation> charges = new ArrayList<>();

	private final List<MemberOperation> others = new ArrayList<>();

	private final List<MemberReservation> bookings = new ArrayList<>();

	MemberSimulator(MemberLoginClient account, LoadBalancedClient line, long seed) {
		this.account = account;
		this.line = line;
		this.random = new Random(seed);
	}

	/** One visit to the product, whatever comes of it. */
	void visit(List<Long> concerts) {
		if (chance(10)) {
			topUp();
		}
		if (chance(15)) {
			giveSomethingBack();
		}
		if (chance(30)) {
			repeatSomething();
		}
		// everybody wants the first concert
		long concert = concerts.get(chance(50) ? 0 : this.random.nextInt(concerts.size()));
		ClientReply joined = send("POST", "/api/v1/concerts/" + concert + "/queue-tokens");
		if (joined.isDone()) {
			QueueTurn turn = new QueueTurn(this.account, this.line, this.random, joined.answer());
			if (turn.await(MOST_LOOKS)) {
				shop(concert, turn);
			}
		}
		else {
			if (joined.is("sold-out") && chance(30)) {
				giveSomethingBack();
			}
			pause(300, 1_500);
		}
	}

	/** Asks again for all that was never answered, until it is. */
	void settle(long untilNanos) {
		List<MemberOperation> open = operations().stream().filter(MemberOperation::isOpen).toList();
		for (MemberOperation operation : open) {
			ClientReply reply = ask(operation);
			while (reply.isUnknown() || reply.is("not-authenticated")) {
				if (System.nanoTime() > untilNanos) {
					this.line.figures().broken("never answered", operation.path() + ": " + reply);
					break;
				}
				FaultInjector.sleep(1_000);
				reply = ask(operation);
			}
			operation.settle(reply);
		}
		this.line.figures().count("resolved at the end", open.size());
	}

	MemberLoginClient account() {
		return this.account;
	}

	List<MemberOperation> charges() {
		return this.charges;
	}

	/** What the member was told is, or was, theirs. */
	List<MemberReservation> bookings() {
		return this.bookings.stream().filter(MemberReservation::isHeld).toList();
	}

	List<Claim> claims() {
		return bookings().stream().flatMap((booking) -> booking.claims(this.account.username()).stream()).toList();
	}

	private List<MemberOperation> operations() {
		List<MemberOperation> all = new ArrayList<>(this.charges);
		all.addAll(this.others);
		return all;
	}

	private void shop(long concert, QueueTurn turn) {
		for (int attempt = 0; attempt < 2; attempt++) {
			MemberReservation booking = hold(concert, turn);
			if (booking == null) {
				return;
			}
			if (booking.isHeld()) {
				pause(0, 800);
				decide(booking, turn);
				return;
			}
		}
		if (chance(50)) {
			turn.leave();
		}
	}

	/** Tries to hold some free seats; null if there is nothing to be had. */
	private MemberReservation hold(long concert, QueueTurn turn) {
		ClientReply shows = turn.send("GET", "/api/v1/concerts/" + concert + "/shows");
		if (shows.status() != 200 || shows.answer().json().isEmpty()) {
			return null;
		}
		JsonNode list = shows.answer().json();
		long show = list.get(this.random.nextInt(list.size())).at("/id").longValue();
		ClientReply plan = turn.send("GET", "/api/v1/shows/" + show + "/seats");
		if (plan.status() != 200) {
			return null;
		}
		List<Integer> free = new ArrayList<>(plan.answer()
			.json()
			.at("/seats")
			.valueStream()
			.filter((seat) -> seat.at("/status").asString().equals("AVAILABLE"))
			.map((seat) -> seat.at("/number").intValue())
			.toList());
		if (free.isEmpty()) {
			return null;
		}
		Collections.shuffle(free, this.random);
		List<Integer> chosen = free.subList(0, Math.min(free.size(), 1 + this.random.nextInt(4)));
		MemberOperation hold = new MemberOperation("/api/v1/reservations",
				Map.of("showId", show, "seatNumbers", chosen), turn.token(), this.line.figures());
		this.others.add(hold);
		MemberReservation booking = new MemberReservation(concert, hold);
		this.bookings.add(booking);
		askUntilKnown(hold);
		if (hold.wasRefusedFor("seat-limit-exceeded")) {
			giveBack(concert);
		}
		return booking;
	}

	private void decide(MemberReservation booking, QueueTurn turn) {
		int mood = this.random.nextInt(100);
		if (mood < 75) {
			pay(booking, turn);
		}
		else if (mood < 85) {
			cancel(booking);
		}
		else if (mood < 92) {
			turn.leave();
		}
	}

	private void pay(MemberReservation booking, QueueTurn turn) {
		MemberOperation payment = booking.pay(turn.token(), this.line.figures());
		this.others.add(payment);
		askUntilKnown(payment);
		if (payment.wasRefusedFor("insufficient-balance")) {
			topUp();
			payment = booking.pay(turn.token(), this.line.figures());
			this.others.add(payment);
			askUntilKnown(payment);
		}
	}

	private void topUp() {
		MemberOperation charge = new MemberOperation("/api/v1/wallet/charges",
				Map.of("amount", 100_000 * this.random.nextInt(1, 11)), null, this.line.figures());
		this.charges.add(charge);
		askUntilKnown(charge);
	}

	private void giveSomethingBack() {
		giveBack(-1);
	}

	private void giveBack(long concert) {
		List<MemberReservation> own = this.bookings.stream()
			.filter((booking) -> booking.isPaid() && !booking.isCancelAsked()
					&& (concert < 0 || booking.concert() == concert))
			.toList();
		if (!own.isEmpty()) {
			MemberReservation one = own.get(this.random.nextInt(own.size()));
			if (one.hasSeatToGiveBack() && chance(50)) {
				repeat(() -> one.giveSeatBack(this.account.client(), this.line));
			}
			else {
				cancel(one);
			}
		}
	}

	private void cancel(MemberReservation booking) {
		repeat(() -> booking.cancel(this.account.client(), this.line));
	}

	private void repeat(Supplier<ClientReply> request) {
		ClientReply reply = request.get();
		for (int repeat = 0; repeat < REPEATS && (reply.isUnknown() || reply.is("not-authenticated")); repeat++) {
			pause(200, 1_500);
			this.account.noteAnswer(reply);
			reply = request.get();
		}
	}

	/** The same key again, long after: the first answer again. */
	private void repeatSomething() {
		List<MemberOperation> all = operations();
		if (!all.isEmpty()) {
			MemberOperation one = all.get(this.random.nextInt(all.size()));
			if (one.isDone() || one.isOpen()) {
				ask(one);
			}
		}
	}

	private void askUntilKnown(MemberOperation operation) {
		ask(operation);
		int repeats = chance(80) ? REPEATS : 0;
		for (int repeat = 0; repeat < repeats && operation.isOpen(); repeat++) {
			pause(200, 1_500);
			ask(operation);
		}
	}

	private ClientReply ask(MemberOperation operation) {
		ClientReply reply = operation.ask(this.account.client(), this.line);
		this.account.noteAnswer(reply);
		return reply;
	}

	private ClientReply send(String method, String path) {
		ClientReply reply = this.line.send(this.account.client(), method, path, null);
		this.account.noteAnswer(reply);
		return reply;
	}

	private boolean chance(int percent) {
		return this.random.nextInt(100) < percent;
	}

	private void pause(int from, int to) {
		FaultInjector.sleep(this.random.nextInt(from, to));
	}

}
