package app.frontrow.catalogue;

import java.time.Instant;

import app.frontrow.catalogue.concert.Show;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "shows")
class ShowEntity {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private Long concertId;

	private Instant startsAt;

	private int seatsLeft;

	private boolean withdrawn;

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

	Show toShow() {
		return new Show(this.id, this.concertId, this.startsAt, this.seatsLeft);
	}

}
