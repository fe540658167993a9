package app.frontrow.office.seat;

import java.util.Locale;

/**
 * The state of a seat for the ticket office. Visitors see the last three as sold.
 */
public enum OfficeSeatStatus {

	/** Nobody has it. */
	AVAILABLE,

	/** A member may still pay for it. */
	HELD,

	/** A member has paid for it. */
	SOLD,

	/** The ticket office keeps it from sale. */
	BLOCKED,

	/** The ticket office gave it away. */
	COMPLIMENTARY;

	/** The name in pages, for example {@code available}. */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

}
