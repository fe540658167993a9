package app.frontrow.members;

/**
 * What a member may do.
 */
public enum Role {

	/** Buys tickets. */
	MEMBER,

	/** Also runs the ticket office. */
	ADMIN

}
