package app.frontrow.members.lookup;

/**
 * A member of the staff has read the account of a member.
 */
public record MemberAccountViewed(String username) {
}
