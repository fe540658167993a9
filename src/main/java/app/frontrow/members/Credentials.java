package app.frontrow.members;

/**
 * A member and the hash of their password.
 */
public record Credentials(Member member, String passwordHash) {

	@Override
	public String toString() {
		return "Credentials of member " + this.member.id();
	}

}
