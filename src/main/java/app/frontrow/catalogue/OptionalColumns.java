package app.frontrow.catalogue;

import java.util.List;

import app.frontrow.catalogue.concert.ConcertTranslation;
import app.frontrow.catalogue.concert.VisitDetails;
import jakarta.persistence.Embeddable;

/**
 * The columns of a concert that may be empty: its texts in a second language, and what a
 * visitor needs to know.
 */
@Embeddable
class OptionalColumns {

	private String secondLanguage;

	private String secondTitle;

	private String secondArtist;

	private String secondVenue;

	private String secondDescription;

	private String venueAddress;

	private String venueMapUrl;

	private Integer doorsMinutes;

	private Integer runningMinutes;

	private Integer ageLimit;

	private String notice;

	protected OptionalColumns() {
	}

	/** Either may be null. */
	OptionalColumns(ConcertTranslation translation, VisitDetails visit) {
		if (translation != null) {
			this.secondLanguage = translation.language();
			this.secondTitle = translation.title();
			this.secondArtist = translation.artist();
			this.secondVenue = translation.venue();
			this.secondDescription = translation.description();
		}
		if (visit != null) {
			this.venueAddress = visit.address();
			this.venueMapUrl = visit.mapUrl();
			this.doorsMinutes = visit.doorsMinutes();
			this.runningMinutes = visit.runningMinutes();
			this.ageLimit = visit.ageLimit();
			this.notice = visit.notice();
		}
	}

	/** Returns null if there is no second language. */
	ConcertTranslation toTranslation() {
		return (this.secondLanguage != null) ? new ConcertTranslation(this.secondLanguage, this.secondTitle,
				this.secondArtist, this.secondVenue, this.secondDescription) : null;
	}

	/** Returns null if nothing is known. */
	VisitDetails toVisit() {
		VisitDetails visit = new VisitDetails(this.venueAddress, this.venueMapUrl, this.doorsMinutes,
				this.runningMinutes, this.ageLimit, this.notice);
		return visit.isEmpty() ? null : visit;
	}

	List<String> names() {
		ConcertTranslation translation = toTranslation();
		return (translation != null) ? translation.names() : List.of();
	}

}
