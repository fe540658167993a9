package app.frontrow.office.trail;

import java.util.Locale;

/**
 * What kind of change an entry of the trail is about.
 */
public enum TrailKind {

	STAFF_GRANTED, STAFF_REVOKED, STAFF_INVITED, STAFF_JOINED, CONCERT_ADDED, CONCERT_CHANGED, CONCERT_ANNOUNCED,
	CONCERT_WITHDRAWN, SHOW_CANCELLED, SHOW_MOVED, QUEUE_STEERED, ORDERS_SEARCHED, ORDER_SEEN, MEMBERS_SEARCHED,
	MEMBER_SEEN, ORDER_NOTED, ORDER_REFUNDED, SEATS_BLOCKED, SEATS_RELEASED, SEATS_GIVEN, ORDER_RESEATED, FACTOR_ADDED,
	FACTOR_REMOVED, FACTOR_CODES_RENEWED, FACTOR_RESET, WEBHOOK_ADDED, WEBHOOK_REMOVED, WEBHOOK_REPLAYED, EXPORTED,
	TEXT_CHANGED;

	/** The name in addresses and in the database, for example {@code concert-changed}. */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
