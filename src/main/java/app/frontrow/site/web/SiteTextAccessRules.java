package app.frontrow.site.web;

import java.util.List;

import app.frontrow.shared.web.http.AccessRule;
import app.frontrow.shared.web.http.AccessRules;

import org.springframework.stereotype.Component;

/**
 * Everybody may read the texts of the site.
 */
@Component
class SiteTextAccessRules implements AccessRules {

	@Override
	public List<AccessRule> rules() {
		return List.of(AccessRule.everybodyReads("/help", "/terms", "/privacy"));
	}

}
