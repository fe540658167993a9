package app.frontrow.catalogue.web;

import java.util.List;
import java.util.Set;

import app.frontrow.shared.StaffRole;
import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.http.AccessRule;
import app.frontrow.shared.web.http.AccessRules;
import app.frontrow.shared.web.http.ScopeReader;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/**
 * Everybody may read concerts. Only the programme may change them.
 */
@Component
class CatalogueAccessRules implements AccessRules {

	private static final Set<StaffRole> PROGRAMME = Set.of(StaffRole.PROGRAMME);

	@Override
	public List<AccessRule> rules() {
		return List.of(AccessRule.staff(PROGRAMME, ApiPaths.V1 + "/concerts").only(HttpMethod.POST),
				AccessRule.staff(PROGRAMME, ApiPaths.V1 + "/concerts/{id}")
					.only(HttpMethod.PUT, HttpMethod.DELETE)
					.about(ScopeReader.ofVariable("id")),
				AccessRule.everybodyReads(ApiPaths.V1 + "/concerts", ApiPaths.V1 + "/concerts/*"),
				AccessRule.everybodyReads("/", "/calendar", "/concerts/*", "/concerts/*/poster.svg", "/robots.txt",
						"/sitemap.xml"));
	}

}
