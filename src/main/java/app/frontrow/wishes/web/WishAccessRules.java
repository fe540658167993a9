package app.frontrow.wishes.web;

import java.util.List;

import app.frontrow.shared.web.http.AccessRule;
import app.frontrow.shared.web.http.AccessRules;

import org.springframework.stereotype.Component;

/**
 * Wishes and favourites are for members. {@code /me} belongs to them anyway.
 */
@Component
class WishAccessRules implements AccessRules {

	@Override
	public List<AccessRule> rules() {
		return List.of(AccessRule.members("/concerts/*/favourite", "/concerts/*/wishes/*"));
	}

}
