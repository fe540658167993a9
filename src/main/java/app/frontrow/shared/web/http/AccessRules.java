package app.frontrow.shared.web.http;

import java.util.List;

/**
 * The access rules of a module. Every module has one such bean for the addresses of its
 * controllers. A controller whose address is in no rule is closed to everybody.
 */
public interface AccessRules {

	/**
	 * Returns the rules. The first rule that matches a request decides.
	 */
	List<AccessRule> rules();

}
