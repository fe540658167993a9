package app.frontrow.booking.web;

import java.util.List;

import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.http.AccessRule;
import app.frontrow.shared.web.http.AccessRules;

import org.springframework.stereotype.Component;

/**
 * Members may see dates and seats, hold seats and pay for them.
 */
@Component
class BookingAccessRules implements AccessRules {

	@Override
	public List<AccessRule> rules() {
		return List.of(AccessRule.members(ApiPaths.V1 + "/concerts/*/shows", ApiPaths.V1 + "/shows/**",
				ApiPaths.V1 + "/reservations/**", ApiPaths.V1 + "/payments/**", "/concerts/*/shows", "/shows/**",
				"/reservations/**", "/me/reservations"));
	}

}
