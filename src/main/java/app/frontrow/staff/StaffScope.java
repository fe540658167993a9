package app.frontrow.staff;

import java.util.Set;

/**
 * What some roles of a member cover.
 *
 * @param isEverything whether they cover all concerts, and what belongs to none
 * @param concertIds the concerts they cover; empty if they cover all
 */
public record StaffScope(boolean isEverything, Set<Long> concertIds) {

	/** All concerts. */
	public static final StaffScope EVERYTHING = new StaffScope(true, Set.of());

	/** No concert: the member has none of the roles. */
	public static final StaffScope NOTHING = new StaffScope(false, Set.of());

	public boolean covers(long concertId) {
		return this.isEverything || this.concertIds.contains(concertId);
	}

	public boolean isEmpty() {
		return !this.isEverything && this.concertIds.isEmpty();
	}

}
