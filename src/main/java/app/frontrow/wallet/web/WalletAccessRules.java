package app.frontrow.wallet.web;

import java.util.List;

import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.http.AccessRule;
import app.frontrow.shared.web.http.AccessRules;

import org.springframework.stereotype.Component;

/**
 * Members use their own wallets.
 */
@Component
class WalletAccessRules implements AccessRules {

	@Override
	public List<AccessRule> rules() {
		return List.of(AccessRule.members(ApiPaths.V1 + "/wallet/**", "/me/wallet/**"));
	}

}
