package app.frontrow.office.seat;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import app.frontrow.catalogue.concert.Show;

/**
 * A show with its seats, as the ticket office sees it.
 *
 * @param isAnnounced whether everybody sees the concert
 * @param hasBegun by the database's clock
 * @param seats by number
 */
public record OfficeSeatPlan(long showId, long concertId, String concertTitle, Instant startsAt, boolean isAnnounced,
		boolean hasBegun, List<OfficeSeat> seats) {

	/** The seats from the stage to the back, row by row. */
	public List<List<OfficeSeat>> rows() {
		return List.copyOf(this.seats.stream()
			.collect(Collectors.groupingBy(OfficeSeat::row, TreeMap::new, Collectors.toList()))
			.values());
	}

	/** Each grade once, in the order of the seats. */
	public List<String> grades() {
		return this.seats.stream().map(OfficeSeat::grade).distinct().toList();
	}

	/** The seats that the staff blocked or gave away. */
	public List<OfficeSeat> handled() {
		return this.seats.stream().filter((seat) -> seat.reason() != null).toList();
	}

	public int count(OfficeSeatStatus status) {
		return (int) this.seats.stream().filter((seat) -> seat.status() == status).count();
	}

	/** All states, for the legend of the map. */
	public List<OfficeSeatStatus> statuses() {
		return List.of(OfficeSeatStatus.values());
	}

	/** The seats of an order. */
	public List<OfficeSeat> ofOrder(UUID orderId) {
		return this.seats.stream().filter((seat) -> orderId.equals(seat.orderId())).toList();
	}

	/** The show, as the catalogue describes it. */
	Show toShow() {
		return new Show(this.showId, this.concertId, this.startsAt, count(OfficeSeatStatus.AVAILABLE));
	}

}
