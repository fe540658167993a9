package app.frontrow.security;

import java.io.IOException;
import java.util.Map;

import app.frontrow.members.BoundedPasswordEncoder;
import app.frontrow.members.LongPasswordBcryptEncoder;
import app.frontrow.security.factor.SecondFactorAccessService;
import app.frontrow.security.session.LoginSessionStrategy;
import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.http.AccessRules;
import app.frontrow.shared.web.http.AfterLoginStep;
import app.frontrow.shared.web.problem.ProblemWriter;
import app.frontrow.staff.StaffAccessService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Defines two filter chains: one for the API (bearer token, problems as answers) and one
 * for pages (cookie, log-in page, CSRF tokens). Each module says who may use its
 * addresses.
 */
@Configuration(proxyBeanMethods = false)
public class SecurityConfiguration {

	/** The page of the second step of the log-in. */
	private static final String SECOND_STEP = "/office/security";

	@Bean
	public PasswordEncoder passwordEncoder() {
		String current = "bcrypt-hmac-sha384";
		DelegatingPasswordEncoder passwords = new DelegatingPasswordEncoder(current,
				Map.of(current, new LongPasswordBcryptEncoder()));
		passwords.setDefaultPasswordEncoderForMatches(PasswordEncoderFactories.createDelegatingPasswordEncoder());
		return new BoundedPasswordEncoder(passwords);
	}

	@Bean
	AuthenticationManager authenticationManager(MemberAuthenticationProvider provider,
			ApplicationEventPublisher events) {
		ProviderManager logIn = new ProviderManager(provider);
		logIn.setAuthenticationEventPublisher(new DefaultAuthenticationEventPublisher(events));
		return logIn;
	}

	@Bean
	AccessRuleRegistrar accessRuleRegistrar(ObjectProvider<AccessRules> modules, StaffAccessService staff,
			SecondFactorAccessService factors, ObjectProvider<HandlerMapping> mappings) {
		return new AccessRuleRegistrar(modules.orderedStream().flatMap((module) -> module.rules().stream()).toList(),
				staff, factors, new UnmappedAddressPolicy(mappings));
	}

	@Bean
	@Order(1)
	SecurityFilterChain api(HttpSecurity http, ProblemWriter problems, AccessRuleRegistrar accessRules)
			throws Exception {
		return http.securityMatcher(ApiPaths.ROOT + "/**")
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER))
			.authorizeHttpRequests((requests) -> accessRules.describe(requests, ApiPaths::matches))
			.exceptionHandling((failures) -> failures
				.authenticationEntryPoint((request, response, failure) -> problems.write(request, response,
						ErrorCode.NOT_AUTHENTICATED, null))
				.accessDeniedHandler(
						(request, response, failure) -> problems.write(request, response, code(failure), null)))
			.headers(SecurityConfiguration::headers)
			.build();
	}

	/**
	 * Turns off Spring Security's metrics, because they would measure each filter on each
	 * request.
	 */
	@Bean
	SecurityObservationSettings securityObservations() {
		return SecurityObservationSettings.noObservations();
	}

	@Bean
	LoginSessionStrategy loginSessionStrategy() {
		return new LoginSessionStrategy();
	}

	/**
	 * Answers a malformed request to the API here. The error page would read the same
	 * headers, and they may be malformed.
	 */
	@Bean
	RequestRejectedHandler requestRejectedHandler(ProblemWriter problems) {
		return (request, response, rejected) -> {
			if (ApiPaths.matches(request) && !response.isCommitted()) {
				response.resetBuffer();
				problems.write(request, response, ErrorCode.MALFORMED_REQUEST, null);
			}
			else {
				response.sendError(ErrorCode.MALFORMED_REQUEST.status().value());
			}
		};
	}

	@Bean
	RequestCache requestCache() {
		return new LoginRedirectCookie();
	}

	@Bean
	LoginDestinationResolver loginDestinations(RequestCache redirects, ObjectProvider<AfterLoginStep> steps) {
		return new LoginDestinationResolver(redirects, steps);
	}

	@Bean
	@Order(2)
	SecurityFilterChain pages(HttpSecurity http, RequestCache requestCache, LoginSessionStrategy loginSessions,
			ObjectProvider<LogoutHandler> logoutHandlers, AccessRuleRegistrar accessRules,
			LoginDestinationResolver destinations) throws Exception {
		return http
			.authorizeHttpRequests(
					(requests) -> accessRules.describe(requests, (address) -> !ApiPaths.matches(address)))
			.csrf((csrf) -> csrf.csrfTokenRepository(new CsrfCookie()))
			.requestCache((cache) -> cache.requestCache(requestCache))
			.sessionManagement((sessions) -> sessions.sessionAuthenticationStrategy(loginSessions))
			.formLogin((form) -> form.loginPage("/login")
				.failureForwardUrl("/login/refused")
				.successHandler((request, response, login) -> new DefaultRedirectStrategy().sendRedirect(request,
						response, destinations.resolve(login, "/", request, response)))
				.permitAll())
			.logout((logout) -> {
				logout.logoutSuccessUrl("/?signed-out");
				logoutHandlers.orderedStream().forEach(logout::addLogoutHandler);
			})
			.exceptionHandling((failures) -> failures.authenticationEntryPoint(new PageLoginEntryPoint("/login"))
				.accessDeniedHandler((request, response, failure) -> refuse(request, response, failure, requestCache)))
			.headers(SecurityConfiguration::headers)
			.build();
	}

	/**
	 * Passes the failure to the error page, which explains it. A form from before a
	 * log-out is refused because of its CSRF token. So the page of the form is saved, and
	 * the next log-in leads back to it. Staff before the second step of the log-in are
	 * led to it, and then back.
	 */
	private static void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure,
			RequestCache requestCache) throws IOException {
		if (StaffAccessPolicy.isBeforeSecondFactor(failure)) {
			requestCache.saveRequest(request, response);
			new PageLoginEntryPoint(SECOND_STEP).redirect(request, response);
			return;
		}
		if (failure instanceof CsrfException) {
			requestCache.saveRequest(request, response);
		}
		request.setAttribute(WebAttributes.ACCESS_DENIED_403, failure);
		response.sendError(code(failure).status().value());
	}

	/** What a role for something else does not cover does not exist for its member. */
	private static ErrorCode code(AccessDeniedException failure) {
		if (StaffAccessPolicy.isBeforeSecondFactor(failure)) {
			return ErrorCode.SECOND_FACTOR_REQUIRED;
		}
		return StaffAccessPolicy.isOutsideScope(failure) ? ErrorCode.NOT_FOUND : ErrorCode.FORBIDDEN;
	}

	/** Writes only the cache headers; {@code SecurityHeadersFilter} writes the others. */
	private static void headers(HeadersConfigurer<HttpSecurity> headers) {
		headers.defaultsDisabled().cacheControl(Customizer.withDefaults());
	}

}
