package app.frontrow.shared.web.http;

import java.util.Map;
import java.util.OptionalLong;

/**
 * Finds the one thing that a request is about, so that a role which is given for one
 * thing only can be compared with it.
 */
@FunctionalInterface
public interface ScopeReader {

	/**
	 * What the request is about.
	 * @param pathVariables of the address
	 * @return the id that roles are given for; empty if the controller itself shows only
	 * what the roles cover
	 * @throws app.frontrow.shared.error.NotFoundException if there is no such thing
	 */
	OptionalLong read(Map<String, String> pathVariables);

	/** The variable of the path with this name is the id. */
	static ScopeReader ofVariable(String name) {
		return (variables) -> OptionalLong.of(Long.parseLong(variables.get(name)));
	}

}
