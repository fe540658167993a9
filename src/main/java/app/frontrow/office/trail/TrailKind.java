package app.frontrow.office.trail;

import java.util.Locale;

/**
 * What kind of change an entry of the trail is about.
 */
public enum TrailKind {

	STAFF_GRANTED, STAFF_REVOKED, STAFF_INVITED, STAFF_JOINED, CONCERT_ADDED, CONCERT_CHANGED, CONCERT_ANNOUNCED,
	CONCERT_WITHDRAWN, QUEUE_STEERED, ORDERS_SEARCHED, ORDER_SEEN, ORDER_NOTED, TEXT_CHANGED;

	/** The name in addresses and in the database, for example {@code concert-changed}. */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
