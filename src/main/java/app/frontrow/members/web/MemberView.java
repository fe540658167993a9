package app.frontrow.members.web;

import java.time.Instant;
import java.util.UUID;

import app.frontrow.members.Member;
import app.frontrow.members.Role;

/**
 * A member for the API.
 *
 * @param id never changes
 * @param displayName the name that pages show
 */
record MemberView(UUID id, String username, String displayName, Role role, Instant createdAt) {

	static MemberView of(Member member) {
		return new MemberView(member.id(), member.username(), member.displayName(), member.role(), member.createdAt());
	}

}
