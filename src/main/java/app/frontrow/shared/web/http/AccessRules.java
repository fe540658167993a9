package app.frontrow.shared.web.http;

import java.util.List;

/**
 * The access rules of a module. Every module has one such bean for the addresses of its
 * controllers. A controller whose address is in no rule is closed to everybody.
 */
public interface AccessRules {

	/**
	 * The rules. Of those that fit a request the first one counts.
	 */
	List<AccessRule> rules();

}
