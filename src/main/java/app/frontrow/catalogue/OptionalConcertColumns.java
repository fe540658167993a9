package app.frontrow.catalogue;

import java.util.List;

import app.frontrow.catalogue.cancellation.CancellationRule;
import app.frontrow.catalogue.cancellation.CancellationRules;
import app.frontrow.catalogue.concert.ConcertDraft;
import app.frontrow.catalogue.concert.ConcertTranslation;
import app.frontrow.catalogue.concert.VisitDetails;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a concert that may be empty: its texts in a second language, what a
 * visitor needs to know, and its cancellation rules.
 */
@Embeddable
class OptionalConcertColumns {

	private @Nullable String secondLanguage;

	private @Nullable String secondTitle;

	private @Nullable String secondArtist;

	private @Nullable String secondVenue;

	private @Nullable String secondDescription;

	private @Nullable String venueAddress;

	private @Nullable String venueMapUrl;

	private @Nullable Integer doorsMinutes;

	private @Nullable Integer runningMinutes;

	private @Nullable Integer ageLimit;

	private @Nullable String notice;

	/** If this is null, the rules of the settings are valid. */
	private @Nullable String cancellationRules;

	protected OptionalConcertColumns() {
	}

	/** Takes the values of the draft. Each may be null. */
	OptionalConcertColumns(ConcertDraft draft) {
		ConcertTranslation translation = draft.translation();
		VisitDetails visit = draft.visit();
		List<CancellationRule> rules = draft.cancellationRules();
		this.cancellationRules = (rules != null && !rules.isEmpty()) ? CancellationRules.write(rules) : null;
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
	@Nullable ConcertTranslation toTranslation() {
		return (this.secondLanguage != null) ? new ConcertTranslation(this.secondLanguage, this.secondTitle,
				this.secondArtist, this.secondVenue, this.secondDescription) : null;
	}

	/** Returns null if nothing is known. */
	@Nullable VisitDetails toVisit() {
		VisitDetails visit = new VisitDetails(this.venueAddress, this.venueMapUrl, this.doorsMinutes,
				this.runningMinutes, this.ageLimit, this.notice);
		return visit.isEmpty() ? null : visit;
	}

	/** Returns the draft, with these cancellation rules if it has none. */
	ConcertDraft complete(ConcertDraft draft) {
		return (draft.cancellationRules() != null || this.cancellationRules == null) ? draft
				: draft.withCancellationRules(CancellationRules.parse(this.cancellationRules));
	}

	List<String> names() {
		ConcertTranslation translation = toTranslation();
		return (translation != null) ? translation.names() : List.of();
	}

}
