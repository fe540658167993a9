package app.frontrow.members.web;

import java.util.List;

import app.frontrow.shared.web.AccessRule;
import app.frontrow.shared.web.AccessRules;
import app.frontrow.shared.web.ApiPaths;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/**
 * Everybody may sign up and log in; the rest is for members, each about themselves.
 */
@Component
class MemberAccessRules implements AccessRules {

	@Override
	public List<AccessRule> rules() {
		return List.of(AccessRule.everybody(ApiPaths.V1 + "/members", ApiPaths.V1 + "/sessions").only(HttpMethod.POST),
				AccessRule.members(ApiPaths.V1 + "/members/me", ApiPaths.V1 + "/sessions/**"),
				AccessRule.office(ApiPaths.V1 + "/members", ApiPaths.V1 + "/members/*"),
				AccessRule.everybody("/login", "/login/refused", "/login/language", "/signup"),
				AccessRule.members("/me/**"));
	}

}
