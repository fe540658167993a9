package app.frontrow.booking;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import app.frontrow.booking.hold.ReservationQueryService;
import app.frontrow.members.data.MemberDataHolder;
import app.frontrow.shared.PageOf;

import org.springframework.stereotype.Component;

/**
 * A member's reservations with payments and tickets. They contain no name. They stay when
 * the account ends, because the ledger refers to them.
 */
@Component
class BookingDataHolder implements MemberDataHolder {

	private static final int PAGE = 100;

	private final OrderQueryService orderQueries;

	private final ReservationQueryService reservations;

	BookingDataHolder(OrderQueryService orderQueries, ReservationQueryService reservations) {
		this.orderQueries = orderQueries;
		this.reservations = reservations;
	}

	@Override
	public String name() {
		return "bookings";
	}

	@Override
	public Object export(UUID memberId) {
		List<Order> all = new ArrayList<>();
		PageOf<Order> page;
		int number = 0;
		do {
			page = this.orderQueries.findOrders(memberId, null, number++, PAGE);
			all.addAll(page.items());
		}
		while (number < page.totalPages());
		return all;
	}

	@Override
	public void requireSettled(UUID memberId) {
		if (this.reservations.hasOpenReservations(memberId)) {
			throw new BookingsLeftException();
		}
	}

}
