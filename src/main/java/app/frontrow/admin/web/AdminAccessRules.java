package app.frontrow.admin.web;

import java.util.List;

import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.http.AccessRule;
import app.frontrow.shared.web.http.AccessRules;

import org.springframework.stereotype.Component;

/**
 * The back office is for administrators.
 */
@Component
class AdminAccessRules implements AccessRules {

	@Override
	public List<AccessRule> rules() {
		return List.of(AccessRule.office("/admin/**", ApiPaths.V1 + "/admin/**", ApiPaths.V1 + "/office/**"));
	}

}
