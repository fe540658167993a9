package app.frontrow.members;

import java.time.Instant;
import java.util.UUID;

/**
 * A member for the API.
 *
 * @param id never changes
 * @param displayName the name that pages show
 */
public record MemberView(UUID id, String username, String displayName, Role role, Instant createdAt) {

	public static MemberView of(Member member) {
		return new MemberView(member.id(), member.username(), member.displayName(), member.role(), member.createdAt());
	}

}
