package app.frontrow.reservations.web;

import java.util.List;

import app.frontrow.shared.web.AccessRule;
import app.frontrow.shared.web.AccessRules;
import app.frontrow.shared.web.ApiPaths;

import org.springframework.stereotype.Component;

/**
 * Members see dates and seats.
 */
@Component
class ReservationAccessRules implements AccessRules {

	@Override
	public List<AccessRule> rules() {
		return List.of(AccessRule.members(ApiPaths.V1 + "/concerts/*/shows", ApiPaths.V1 + "/shows/**",
				"/concerts/*/shows", "/shows/**"));
	}

}
