package app.frontrow.waitingroom.web;

import java.util.List;
import java.util.Set;

import app.frontrow.shared.StaffRole;
import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.http.AccessRule;
import app.frontrow.shared.web.http.AccessRules;
import app.frontrow.shared.web.http.ScopeReader;

import org.springframework.stereotype.Component;

/**
 * Members may join a queue. Everybody may read the draw. Requests with a queue token need
 * no log-in.
 */
@Component
class WaitingRoomAccessRules implements AccessRules {

	@Override
	public List<AccessRule> rules() {
		return List.of(
				AccessRule.everybodyReads(ApiPaths.V1 + "/concerts/*/draw", "/concerts/*/draw",
						ApiPaths.V1 + "/concerts/*/queue"),
				AccessRule.everybody(ApiPaths.V1 + "/queue-tokens/current"),
				AccessRule.members(ApiPaths.V1 + "/concerts/*/queue-tokens", "/concerts/*/queue/**"),
				AccessRule.staff(Set.of(StaffRole.BOX_OFFICE), ApiPaths.V1 + "/admin/concerts/{id}/waiting-room")
					.about(ScopeReader.ofVariable("id")));
	}

}
