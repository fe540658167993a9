package app.frontrow.shared;

/**
 * What a member of the staff does in the ticket office.
 */
public enum StaffRole {

	/** Everything, and the staff. */
	OWNER,

	/** What is on, when, and for how much. */
	PROGRAMME,

	/** The running sale and its orders. */
	BOX_OFFICE,

	/** The books. */
	FINANCE,

	/** Finds and reads orders, and writes notes. */
	SUPPORT,

	/** Checks tickets at the door. */
	DOOR

}
