package app.frontrow.members.web;

import java.util.List;
import java.util.Set;

import app.frontrow.shared.StaffRole;
import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.http.AccessRule;
import app.frontrow.shared.web.http.AccessRules;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/**
 * Everybody may sign up. Members may read their own account. The box office and support
 * may read all accounts.
 */
@Component
class MemberAccessRules implements AccessRules {

	@Override
	public List<AccessRule> rules() {
		return List.of(AccessRule.everybody(ApiPaths.V1 + "/members").only(HttpMethod.POST),
				AccessRule.members(ApiPaths.V1 + "/members/me"),
				AccessRule.staff(Set.of(StaffRole.BOX_OFFICE, StaffRole.SUPPORT), ApiPaths.V1 + "/members",
						ApiPaths.V1 + "/members/*"));
	}

}
