package app.frontrow.catalogue;

import app.frontrow.catalogue.edit.OpeningIsFixedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import app.frontrow.catalogue.cache.CachedConcert;
import app.frontrow.catalogue.concert.ConcertDetails;
import app.frontrow.catalogue.concert.ConcertDraft;
import app.frontrow.catalogue.concert.ConcertTexts;
import app.frontrow.catalogue.concert.PriceBand;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.catalogue.edit.VersionConflictException;
import app.frontrow.shared.error.InvalidInputException;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * A concert in the database. A withdrawn concert stays, because reservations refer to it.
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

	/** Whether everybody sees the concert. Otherwise it is a draft. */
	private boolean announced;

	/** Grows with every change, so that {@code changed_at} notices a change of prices. */
	private int revision;

	private Instant createdAt;

	@Embedded
	private OptionalConcertColumns optional = new OptionalConcertColumns();

	@ElementCollection
	@CollectionTable(name = "price_bands", joinColumns = @JoinColumn(name = "concert_id"))
	@OrderBy("fromSeat")
	private List<Band> prices = new ArrayList<>();

	protected ConcertEntity() {
	}

	static ConcertEntity of(ConcertDraft draft, boolean announced, Instant createdAt) {
		ConcertEntity added = new ConcertEntity();
		added.announced = announced;
		added.createdAt = createdAt;
		added.describe(draft);
		added.reprice(draft.prices());
		return added;
	}

	void describe(ConcertDraft draft) {
		reschedule(draft.shows());
		this.title = draft.title();
		this.artist = draft.artist();
		this.venue = draft.venue();
		this.description = draft.description();
		this.salesOpenAt = draft.salesOpenAt();
		this.optional = new OptionalConcertColumns(draft);
	}

	/** Sets the first and the last show. If there are none, the old ones stay. */
	void reschedule(List<Instant> starts) {
		this.revision++;
		if (!starts.isEmpty()) {
			this.firstShowAt = starts.get(0);
			this.lastShowAt = starts.get(starts.size() - 1);
		}
	}

	void reprice(List<PriceBand> bands) {
		this.prices.clear();
		bands.forEach((band) -> this.prices.add(new Band(band)));
	}

	void withdraw() {
		this.revision++;
		this.withdrawn = true;
	}

	/** Refuses to put off a fixed opening. Nobody waits for a draft. */
	void requireMovableOpening(ConcertDraft draft, Instant now) {
		if (this.announced) {
			OpeningIsFixedException.requireMovable(this.id, this.salesOpenAt, draft.salesOpenAt(), now);
		}
	}

	Long id() {
		return this.id;
	}

	List<PriceBand> prices() {
		return this.prices.stream().map(Band::toPriceBand).toList();
	}

	ConcertTexts texts() {
		return new ConcertTexts(this.description, optional().toTranslation(), optional().toVisit());
	}

	/** Hibernate sets the field to null if all its columns are null. */
	OptionalConcertColumns optional() {
		return (this.optional != null) ? this.optional : new OptionalConcertColumns();
	}

	ConcertDraft toDraft(List<ShowEntity> shows) {
		return optional().complete(new ConcertDraft(this.title, this.artist, this.venue, this.description,
				this.salesOpenAt, shows.stream().map(ShowEntity::startsAt).toList(), prices())
			.withDetailsOf(texts()));
	}

	boolean isAnnounced() {
		return this.announced;
	}

	/** Announces the concert, which makes a draft public. Null leaves it as it is. */
	void announce(@Nullable Boolean wanted) {
		if (this.announced && Boolean.FALSE.equals(wanted)) {
			throw new InvalidInputException("status", "announced");
		}
		this.announced |= Boolean.TRUE.equals(wanted);
	}

	/** Refuses a change of another version. Null accepts every version. */
	void requireVersion(@Nullable Integer version) {
		if (version != null && version != this.revision) {
			throw new VersionConflictException(this.revision);
		}
	}

	CachedConcert toCached(List<Show> shows, List<Show.Notice> notices) {
		return new CachedConcert(
				new ConcertDetails(this.id, this.revision, this.title, this.artist, this.venue, this.salesOpenAt,
						this.firstShowAt, this.lastShowAt, prices(), optional().names(), notices, this.createdAt),
				shows);
	}

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
