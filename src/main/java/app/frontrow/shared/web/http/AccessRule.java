package app.frontrow.shared.web.http;

import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

import app.frontrow.shared.StaffRole;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;

/**
 * Says which callers may use some addresses.
 *
 * @param who the callers who may use the addresses
 * @param addresses path patterns of Spring MVC
 * @param methods the methods for which the rule holds; an empty list means all methods
 * @param roles of staff; empty unless the addresses are for staff
 * @param scope what a request is about; null if it is about everything, so that a role
 * for one thing is not enough
 * @param secondFactor whether staff must have passed the second step of the log-in, if it
 * is required
 */
public record AccessRule(Who who, List<String> addresses, List<HttpMethod> methods, Set<StaffRole> roles,
		@Nullable ScopeReader scope, boolean secondFactor) {

	/**
	 * The callers who may use an address.
	 */
	public enum Who {

		/** All callers, also without a log-in. */
		EVERYBODY,
		/** Callers who are logged in. */
		MEMBERS,
		/** Staff with one of the roles. */
		STAFF

	}

	/** Allows all callers. */
	public static AccessRule everybody(String... addresses) {
		return new AccessRule(Who.EVERYBODY, List.of(addresses), List.of(), Set.of(), null, false);
	}

	/** Allows all callers to read. */
	public static AccessRule everybodyReads(String... addresses) {
		return everybody(addresses).only(HttpMethod.GET, HttpMethod.HEAD);
	}

	/** Allows callers who are logged in. */
	public static AccessRule members(String... addresses) {
		return new AccessRule(Who.MEMBERS, List.of(addresses), List.of(), Set.of(), null, false);
	}

	/**
	 * For the owners, and for staff with one of these roles.
	 * @param others roles besides the owner's
	 * @param addresses a variable of a pattern can be read by {@link #about}
	 */
	public static AccessRule staff(Set<StaffRole> others, String... addresses) {
		Set<StaffRole> roles = EnumSet.of(StaffRole.OWNER);
		roles.addAll(others);
		return new AccessRule(Who.STAFF, List.of(addresses), List.of(), Set.copyOf(roles), null, true);
	}

	/** For the owners alone. */
	public static AccessRule owners(String... addresses) {
		return staff(Set.of(), addresses);
	}

	/** Returns this rule for these methods only. */
	public AccessRule only(HttpMethod... methods) {
		return new AccessRule(this.who, this.addresses, List.of(methods), this.roles, this.scope, this.secondFactor);
	}

	/** The same rule; a role for what the request is about is enough. */
	public AccessRule about(ScopeReader scope) {
		return new AccessRule(this.who, this.addresses, this.methods, this.roles, scope, this.secondFactor);
	}

	/** The same rule; the controller shows only what the roles cover. */
	public AccessRule filtered() {
		return about((variables) -> OptionalLong.empty());
	}

	/** The same rule, also for staff who are still to pass the second step. */
	public AccessRule beforeSecondFactor() {
		return new AccessRule(this.who, this.addresses, this.methods, this.roles, this.scope, false);
	}

}
