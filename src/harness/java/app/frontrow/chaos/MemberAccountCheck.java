package app.frontrow.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/**
 * One member's account as the product tells it at the end, held against what the member
 * was told on the way.
 */
final class MemberAccountCheck {

	private final MemberSimulator person;

	private final long cancelledShow;

	private final ChaosReport figures;

	private final List<JsonNode> entries;

	private final Map<String, JsonNode> payments = new HashMap<>();

	private final Map<String, JsonNode> reservations = new HashMap<>();

	private final long balance;

	private MemberAccountCheck(MemberSimulator person, long cancelledShow, ChaosReport figures) {
		this.person = person;
		this.cancelledShow = cancelledShow;
		this.figures = figures;
		this.entries = pages("/api/v1/wallet/entries");
		pages("/api/v1/payments").forEach((payment) -> this.payments.put(text(payment, "reservationId"), payment));
		pages("/api/v1/reservations")
			.forEach((reservation) -> this.reservations.put(text(reservation, "id"), reservation));
		this.balance = person.account().read("/api/v1/wallet").number("balance");
	}

	/**
	 * Reads a member's account and reports all that does not agree.
	 * @param cancelledShow a show whose orders the product must have refunded
	 */
	static void check(MemberSimulator person, long cancelledShow, ChaosReport figures) {
		figures.count("lost", 0);
		figures.count("doubled", 0);
		MemberAccountCheck statement = new MemberAccountCheck(person, cancelledShow, figures);
		statement.checkCharges();
		statement.checkBookings();
		statement.checkBalance();
	}

	private void checkCharges() {
		Map<Long, Long> told = lines("CHARGE").stream()
			.collect(Collectors.groupingBy((line) -> line.at("/id").longValue(), Collectors.counting()));
		List<MemberOperation> done = this.person.charges().stream().filter(MemberOperation::isDone).toList();
		for (MemberOperation charge : done) {
			if (told.remove(charge.answer().number("id")) == null) {
				lost("top-up " + charge.answer().response().body());
			}
		}
		told.keySet().forEach((id) -> doubled("top-up " + id + " was never acknowledged"));
	}

	private void checkBookings() {
		Map<String, JsonNode> unknownPayments = new HashMap<>(this.payments);
		for (MemberReservation booking : this.person.bookings()) {
			JsonNode payment = unknownPayments.remove(booking.id());
			if (payment == null || !this.reservations.containsKey(booking.id())) {
				lost("reservation " + booking.id());
			}
			else {
				check(booking, payment);
			}
		}
		unknownPayments.keySet().forEach((id) -> doubled("reservation " + id + " was never acknowledged"));
	}

	private void check(MemberReservation booking, JsonNode payment) {
		String status = text(payment, "status");
		boolean refunded = status.equals("REFUNDED");
		if (booking.isPaid() && !status.equals("PAID") && !refunded) {
			lost("payment " + payment);
		}
		if (!booking.isPaid() && (status.equals("PAID") || refunded)) {
			doubled("payment that was never acknowledged " + payment);
		}
		boolean fellThrough = booking.show() == this.cancelledShow;
		if (fellThrough && refunded) {
			this.figures.count("refunds of the cancelled show");
		}
		if (refunded && !booking.isCancelAsked() && !fellThrough) {
			lost("payment given back without being asked " + payment);
		}
		if (booking.isPaid() && (booking.isCancelled() || fellThrough) && !refunded) {
			lost("refund of " + payment);
		}
		if (booking.isPaid() && booking.isCancelRefused() && !fellThrough) {
			lost("refused to take back " + payment);
		}
		expectLines(text(payment, "id"), "PAYMENT", booking.isPaid() ? 1 : 0);
		boolean parted = isSeatGivenBack(booking);
		if (parted && !booking.isSeatAsked()) {
			lost("ticket given back without being asked " + payment);
		}
		if (booking.isSeatGivenBack() && !parted && !fellThrough) {
			lost("refund of a ticket of " + payment);
		}
		expectLines(text(payment, "id"), "REFUND", (refunded ? 1 : 0) + (parted ? 1 : 0));
		if (status.equals("PENDING")) {
			this.figures.broken("holds that do not end", payment.toString());
		}
	}

	/** Whether a ticket was refunded by itself; the line has another amount then. */
	private boolean isSeatGivenBack(MemberReservation booking) {
		String payment = text(this.payments.get(booking.id()), "id");
		return booking.isPaid() && lines("REFUND").stream()
			.filter((line) -> payment.equals(text(line, "reference")))
			.anyMatch((line) -> line.at("/amount").longValue() < booking.total()
					&& line.at("/amount").longValue() == booking.priceOfLastSeat());
	}

	private void checkBalance() {
		long charged = this.person.charges()
			.stream()
			.filter(MemberOperation::isDone)
			.mapToLong((charge) -> charge.answer().number("amount"))
			.sum();
		long spent = this.person.bookings()
			.stream()
			.filter(MemberReservation::isPaid)
			.filter((booking) -> !"REFUNDED".equals(text(this.payments.get(booking.id()), "status")))
			.mapToLong((booking) -> booking.total() - (isSeatGivenBack(booking) ? booking.priceOfLastSeat() : 0))
			.sum();
		if (this.balance != charged - spent) {
			this.figures.broken("balance off", "%s has %d, was told of %d charged and %d spent"
				.formatted(this.person.account().username(), this.balance, charged, spent));
		}
	}

	private void expectLines(String payment, String type, int number) {
		long found = lines(type).stream().filter((line) -> payment.equals(text(line, "reference"))).count();
		if (found < number) {
			lost(type + " line of payment " + payment);
		}
		if (found > number) {
			doubled(type + " line of payment " + payment);
		}
	}

	private List<JsonNode> lines(String type) {
		return this.entries.stream().filter((line) -> type.equals(text(line, "type"))).toList();
	}

	private void lost(String what) {
		this.figures.broken("lost", this.person.account().username() + ": " + what);
	}

	private void doubled(String what) {
		this.figures.broken("doubled", this.person.account().username() + ": " + what);
	}

	private List<JsonNode> pages(String path) {
		List<JsonNode> items = new ArrayList<>();
		long pages = 1;
		for (int page = 0; page < pages; page++) {
			JsonNode found = this.person.account().read(path + "?size=100&page=" + page).json();
			found.at("/items").forEach(items::add);
			pages = found.at("/totalPages").longValue();
		}
		return items;
	}

	private static String text(JsonNode node, String name) {
		return (node == null) ? null : node.at("/" + name).asString();
	}

}
