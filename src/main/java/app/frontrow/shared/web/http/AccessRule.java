package app.frontrow.shared.web.http;

import java.util.List;

import org.springframework.http.HttpMethod;

/**
 * Says who may use some addresses.
 *
 * @param who may use them
 * @param addresses patterns of paths, as the framework has them
 * @param methods the methods that the rule is about; none for any method
 */
public record AccessRule(Who who, List<String> addresses, List<HttpMethod> methods) {

	/**
	 * Whoever may use an address.
	 */
	public enum Who {

		/** With or without a log-in. */
		EVERYBODY,
		/** Whoever is logged in. */
		MEMBERS,
		/** Administrators. */
		OFFICE

	}

	/** For everybody. */
	public static AccessRule everybody(String... addresses) {
		return new AccessRule(Who.EVERYBODY, List.of(addresses), List.of());
	}

	/** For everybody, to read. */
	public static AccessRule everybodyReads(String... addresses) {
		return everybody(addresses).only(HttpMethod.GET, HttpMethod.HEAD);
	}

	/** For whoever is logged in. */
	public static AccessRule members(String... addresses) {
		return new AccessRule(Who.MEMBERS, List.of(addresses), List.of());
	}

	/** For administrators. */
	public static AccessRule office(String... addresses) {
		return new AccessRule(Who.OFFICE, List.of(addresses), List.of());
	}

	/** The same rule for these methods alone. */
	public AccessRule only(HttpMethod... methods) {
		return new AccessRule(this.who, this.addresses, List.of(methods));
	}

}
