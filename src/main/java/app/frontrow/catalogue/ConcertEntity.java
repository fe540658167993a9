package app.frontrow.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;

/**
 * A concert in the database. One that was deleted stays, withdrawn, so that the history
 * of reservations keeps its meaning.
 */
@Entity
@Table(name = "concerts")
class ConcertEntity {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private String title;

	private String artist;

	private String venue;

	private String description;

	private Instant salesOpenAt;

	private Instant firstShowAt;

	private Instant lastShowAt;

	private boolean withdrawn;

	private Instant createdAt;

	@ElementCollection
	@CollectionTable(name = "price_bands", joinColumns = @JoinColumn(name = "concert_id"))
	@OrderBy("fromSeat")
	private List<Band> prices = new ArrayList<>();

	protected ConcertEntity() {
	}

	ConcertEntity(ConcertDraft draft, Instant createdAt) {
		this.createdAt = createdAt;
		describe(draft);
		reprice(draft.prices());
	}

	void describe(ConcertDraft draft) {
		this.title = draft.title();
		this.artist = draft.artist();
		this.venue = draft.venue();
		this.description = draft.description();
		this.salesOpenAt = draft.salesOpenAt();
		this.firstShowAt = draft.shows().get(0);
		this.lastShowAt = draft.shows().get(draft.shows().size() - 1);
	}

	void reprice(List<PriceBand> bands) {
		this.prices.clear();
		bands.forEach((band) -> this.prices.add(new Band(band)));
	}

	void withdraw() {
		this.withdrawn = true;
	}

	Long id() {
		return this.id;
	}

	List<PriceBand> prices() {
		return this.prices.stream().map(Band::toPriceBand).toList();
	}

	Concert toConcert(int seatsLeft, Instant now) {
		return new Concert(this.id, this.title, this.artist, this.venue, this.description, this.salesOpenAt,
				status(seatsLeft, now), this.firstShowAt, this.lastShowAt, seatsLeft, prices());
	}

	private SaleStatus status(int seatsLeft, Instant now) {
		if (!this.lastShowAt.isAfter(now)) {
			return SaleStatus.ENDED;
		}
		if (this.salesOpenAt.isAfter(now)) {
			return SaleStatus.UPCOMING;
		}
		return (seatsLeft > 0) ? SaleStatus.ON_SALE : SaleStatus.SOLD_OUT;
	}

	/**
	 * A price band as a row.
	 */
	@Embeddable
	static class Band {

		private String grade;

		@Column(name = "from_seat")
		private int fromSeat;

		@Column(name = "to_seat")
		private int toSeat;

		private long price;

		protected Band() {
		}

		Band(PriceBand band) {
			this.grade = band.grade();
			this.fromSeat = band.fromSeat();
			this.toSeat = band.toSeat();
			this.price = band.price();
		}

		PriceBand toPriceBand() {
			return new PriceBand(this.grade, this.fromSeat, this.toSeat, this.price);
		}

	}

}
