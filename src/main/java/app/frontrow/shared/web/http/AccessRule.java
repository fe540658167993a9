package app.frontrow.shared.web.http;

import java.util.List;

import org.springframework.http.HttpMethod;

/**
 * Says which callers may use some addresses.
 *
 * @param who the callers who may use the addresses
 * @param addresses path patterns of Spring MVC
 * @param methods the methods for which the rule holds; an empty list means all methods
 */
public record AccessRule(Who who, List<String> addresses, List<HttpMethod> methods) {

	/**
	 * The callers who may use an address.
	 */
	public enum Who {

		/** All callers, also without a log-in. */
		EVERYBODY,
		/** Callers who are logged in. */
		MEMBERS,
		/** Administrators. */
		OFFICE

	}

	/** Allows all callers. */
	public static AccessRule everybody(String... addresses) {
		return new AccessRule(Who.EVERYBODY, List.of(addresses), List.of());
	}

	/** Allows all callers to read. */
	public static AccessRule everybodyReads(String... addresses) {
		return everybody(addresses).only(HttpMethod.GET, HttpMethod.HEAD);
	}

	/** Allows callers who are logged in. */
	public static AccessRule members(String... addresses) {
		return new AccessRule(Who.MEMBERS, List.of(addresses), List.of());
	}

	/** Allows administrators. */
	public static AccessRule office(String... addresses) {
		return new AccessRule(Who.OFFICE, List.of(addresses), List.of());
	}

	/** Returns this rule for these methods only. */
	public AccessRule only(HttpMethod... methods) {
		return new AccessRule(this.who, this.addresses, List.of(methods));
	}

}
