package app.frontrow.catalogue.web;

import java.util.List;

import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.http.AccessRule;
import app.frontrow.shared.web.http.AccessRules;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/**
 * Everybody may read concerts. Only the ticket office may change them.
 */
@Component
class CatalogueAccessRules implements AccessRules {

	@Override
	public List<AccessRule> rules() {
		return List.of(AccessRule.office(ApiPaths.V1 + "/concerts").only(HttpMethod.POST),
				AccessRule.office(ApiPaths.V1 + "/concerts/*").only(HttpMethod.PUT, HttpMethod.DELETE),
				AccessRule.office(ApiPaths.V1 + "/office/concerts/*"),
				AccessRule.everybodyReads(ApiPaths.V1 + "/concerts", ApiPaths.V1 + "/concerts/*"),
				AccessRule.everybodyReads("/", "/concerts/*", "/concerts/*/poster.svg"));
	}

}
