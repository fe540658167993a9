package app.frontrow.shared.web.http;

import java.util.List;

import app.frontrow.shared.web.api.ApiPaths;

import org.springframework.stereotype.Component;

/**
 * Access rules for addresses that belong to no module.
 */
@Component
class SiteAccessRules implements AccessRules {

	@Override
	public List<AccessRule> rules() {
		return List.of(
				AccessRule.everybodyReads(ApiPaths.ROOT + "/docs", ApiPaths.ROOT + "/openapi.json",
						ApiPaths.ROOT + "/openapi.json.yaml", ApiPaths.ROOT + "/openapi.json/swagger-config"),
				AccessRule.everybody("/language", "/error", "/actuator/health/**"),
				AccessRule.everybodyReads("/livez", "/readyz"), AccessRule.owners("/actuator/**"));
	}

}
