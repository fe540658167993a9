package app.frontrow.waitingroom.web;

import java.util.List;

import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.http.AccessRule;
import app.frontrow.shared.web.http.AccessRules;

import org.springframework.stereotype.Component;

/**
 * Members may join a queue. Everybody may read the draw. Requests with a queue token need
 * no log-in.
 */
@Component
class WaitingRoomAccessRules implements AccessRules {

	@Override
	public List<AccessRule> rules() {
		return List.of(AccessRule.everybodyReads(ApiPaths.V1 + "/concerts/*/draw", "/concerts/*/draw"),
				AccessRule.everybody(ApiPaths.V1 + "/queue-tokens/current"),
				AccessRule.members(ApiPaths.V1 + "/concerts/*/queue-tokens", "/concerts/*/queue/**"),
				AccessRule.office(ApiPaths.V1 + "/admin/concerts/*/waiting-room"));
	}

}
