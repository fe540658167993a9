package app.frontrow.security.web;

import java.util.List;

import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.http.AccessRule;
import app.frontrow.shared.web.http.AccessRules;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/**
 * Everybody may log in and sign up. The other pages are for members, who see only their
 * own data.
 */
@Component
class SecurityAccessRules implements AccessRules {

	@Override
	public List<AccessRule> rules() {
		return List.of(AccessRule.everybody(ApiPaths.V1 + "/sessions").only(HttpMethod.POST),
				AccessRule.members(ApiPaths.V1 + "/sessions/**"), AccessRule.everybody("/login", "/login/refused",
						"/login/language", "/signup", "/reset/**", "/email/confirm"),
				AccessRule.members("/me/**"));
	}

}
