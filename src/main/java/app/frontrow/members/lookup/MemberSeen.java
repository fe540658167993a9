package app.frontrow.members.lookup;

/**
 * Somebody has read the account of a member.
 */
public record MemberSeen(String username) {
}
