package app.frontrow.members;

/**
 * What the API calls a member. It opens nothing: that is up to the roles of the staff.
 */
public enum Role {

	/** Everybody else. */
	MEMBER,

	/** An owner of the ticket office. */
	ADMIN

}
