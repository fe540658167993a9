package app.frontrow.security;

import java.util.List;
import java.util.function.Predicate;

import app.frontrow.security.factor.SecondFactorAccessService;
import app.frontrow.shared.web.http.AccessRule;
import app.frontrow.staff.StaffAccessService;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Adds the access rules of all modules to the filter chains of Spring Security. For an
 * address that no module lists, {@link UnmappedAddressPolicy} decides.
 */
class AccessRuleRegistrar {

	private final List<AccessRule> rules;

	private final StaffAccessService staff;

	private final SecondFactorAccessService factors;

	private final UnmappedAddressPolicy unmapped;

	AccessRuleRegistrar(List<AccessRule> rules, StaffAccessService staff, SecondFactorAccessService factors,
			UnmappedAddressPolicy unmapped) {
		this.rules = rules;
		this.staff = staff;
		this.factors = factors;
		this.unmapped = unmapped;
	}

	/**
	 * Adds the rules for the addresses of one filter chain.
	 * @param belongs whether an address belongs to the chain
	 */
	void describe(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry chain,
			Predicate<String> belongs) {
		for (AccessRule rule : this.rules) {
			for (String address : rule.addresses().stream().filter(belongs).toList()) {
				var requests = chain.requestMatchers(matchers(rule.methods(), address));
				switch (rule.who()) {
					case EVERYBODY -> requests.permitAll();
					case MEMBERS -> requests.authenticated();
					case STAFF -> requests.access(new StaffAccessPolicy(this.staff, this.factors, rule));
				}
			}
		}
		chain.anyRequest().access(this.unmapped);
	}

	private static RequestMatcher[] matchers(List<HttpMethod> methods, String address) {
		if (methods.isEmpty()) {
			return new RequestMatcher[] { PathPatternRequestMatcher.pathPattern(address) };
		}
		return methods.stream()
			.map((method) -> PathPatternRequestMatcher.pathPattern(method, address))
			.toArray(RequestMatcher[]::new);
	}

}
