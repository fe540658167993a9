package app.frontrow.catalogue;

import java.time.Instant;
import java.util.Objects;

import app.frontrow.catalogue.cache.SeatsLeftRepository;
import app.frontrow.catalogue.concert.Show;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "shows")
class ShowEntity {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private Long concertId;

	private Instant startsAt;

	/**
	 * Only {@link SeatsLeftRepository} changes this column, also while a show is edited.
	 */
	@Column(updatable = false)
	private int seatsLeft;

	private boolean withdrawn;

	private @Nullable Instant cancelledAt;

	/** The date before the show was cancelled or moved; null if it was neither. */
	private @Nullable Instant announcedFor;

	private @Nullable String changeReason;

	protected ShowEntity() {
	}

	ShowEntity(long concertId, Instant startsAt) {
		this.concertId = concertId;
		this.startsAt = startsAt;
		this.seatsLeft = Show.SEATS;
	}

	Long id() {
		return this.id;
	}

	Instant startsAt() {
		return this.startsAt;
	}

	void withdraw() {
		this.withdrawn = true;
	}

	/** Takes the show off sale. Its date and the reason stay known. */
	void cancel(Instant now, String reason) {
		this.withdrawn = true;
		this.cancelledAt = now;
		change(reason);
	}

	void move(Instant newStart, String reason) {
		change(reason);
		this.startsAt = newStart;
	}

	private void change(String reason) {
		if (this.announcedFor == null) {
			this.announcedFor = this.startsAt;
		}
		this.changeReason = reason;
	}

	/** Returns the notice of a show that was cancelled or moved. */
	Show.Notice toNotice() {
		return new Show.Notice(this.id, Objects.requireNonNull(this.announcedFor),
				(this.cancelledAt != null) ? null : this.startsAt, Objects.requireNonNull(this.changeReason));
	}

	Show toShow() {
		return new Show(this.id, this.concertId, this.startsAt, this.seatsLeft);
	}

}
