package app.frontrow.payments.web;

import java.util.List;

import app.frontrow.shared.web.AccessRule;
import app.frontrow.shared.web.AccessRules;
import app.frontrow.shared.web.ApiPaths;

import org.springframework.stereotype.Component;

/**
 * Members hold seats and pay for them.
 */
@Component
class PaymentAccessRules implements AccessRules {

	@Override
	public List<AccessRule> rules() {
		return List.of(AccessRule.members(ApiPaths.V1 + "/reservations/**", ApiPaths.V1 + "/payments/**",
				"/reservations/**", "/me/reservations"));
	}

}
