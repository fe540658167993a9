package app.frontrow.members;

/**
 * The role of a member in the API. It gives no rights: only the roles of the staff give
 * rights.
 */
public enum Role {

	/** Every member who is no owner of the ticket office. */
	MEMBER,

	/** An owner of the ticket office. */
	ADMIN

}
