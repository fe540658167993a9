package app.frontrow.members;

import java.io.IOException;

import app.frontrow.shared.ErrorCode;
import app.frontrow.shared.web.ApiPaths;
import app.frontrow.shared.web.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * Two doors: one for programs (bearer token, problems as answers), one for people
 * (cookie, log-in page, CSRF tokens).
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	private static final String PAGE_POLICY = "default-src 'self'; object-src 'none'; base-uri 'self'; "
			+ "form-action 'self'; frame-ancestors 'none'";

	private static final String API_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
			+ "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

	@Bean
	PasswordEncoder passwordEncoder() {
		return PasswordEncoderFactories.createDelegatingPasswordEncoder();
	}

	@Bean
	AuthenticationManager authenticationManager(MemberAuthenticationProvider provider) {
		return new ProviderManager(provider);
	}

	@Bean
	@Order(1)
	SecurityFilterChain api(HttpSecurity http, ProblemWriter problems) throws Exception {
		return http.securityMatcher(ApiPaths.ROOT + "/**")
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER))
			.authorizeHttpRequests((requests) -> requests
				.requestMatchers(HttpMethod.POST, ApiPaths.V1 + "/members", ApiPaths.V1 + "/sessions")
				.permitAll()
				.requestMatchers(HttpMethod.GET, ApiPaths.V1 + "/members/me")
				.authenticated()
				.requestMatchers(ApiPaths.V1 + "/members", ApiPaths.V1 + "/members/*")
				.hasRole(Role.ADMIN.name())
				.requestMatchers(ApiPaths.V1 + "/admin/**")
				.hasRole(Role.ADMIN.name())
				.requestMatchers(HttpMethod.GET, ApiPaths.V1 + "/concerts", ApiPaths.V1 + "/concerts/*",
						ApiPaths.V1 + "/concerts/*/draw")
				.permitAll()
				.requestMatchers(HttpMethod.POST, ApiPaths.V1 + "/concerts")
				.hasRole(Role.ADMIN.name())
				.requestMatchers(HttpMethod.PUT, ApiPaths.V1 + "/concerts/*")
				.hasRole(Role.ADMIN.name())
				.requestMatchers(HttpMethod.DELETE, ApiPaths.V1 + "/concerts/*")
				.hasRole(Role.ADMIN.name())
				.requestMatchers(ApiPaths.V1 + "/concerts/*/**", ApiPaths.V1 + "/sessions/**",
						ApiPaths.V1 + "/shows/**", ApiPaths.V1 + "/reservations/**", ApiPaths.V1 + "/wallet/**",
						ApiPaths.V1 + "/payments/**")
				.authenticated()
				.anyRequest()
				.permitAll())
			.exceptionHandling((failures) -> failures
				.authenticationEntryPoint((request, response, failure) -> problems.write(request, response,
						ErrorCode.NOT_AUTHENTICATED, null))
				.accessDeniedHandler(
						(request, response, failure) -> problems.write(request, response, ErrorCode.FORBIDDEN, null)))
			.headers((headers) -> headers(headers, API_POLICY))
			.build();
	}

	@Bean
	RequestCache requestCache() {
		return new RememberedPages();
	}

	@Bean
	RequestRejectedHandler requestRejectedHandler() {
		return new FirewallRefusals(PAGE_POLICY);
	}

	@Bean
	@Order(2)
	SecurityFilterChain pages(HttpSecurity http, RequestCache requestCache) throws Exception {
		return http
			.authorizeHttpRequests((requests) -> requests.requestMatchers(HttpMethod.GET, "/concerts/*/queue/place")
				.permitAll()
				.requestMatchers("/me/**", "/reservations/**", "/shows/**", "/concerts/*/queue/**", "/concerts/*/shows")
				.authenticated()
				.requestMatchers("/actuator/health/**")
				.permitAll()
				.requestMatchers("/admin/**", "/actuator/**")
				.hasRole(Role.ADMIN.name())
				.anyRequest()
				.permitAll())
			.csrf((csrf) -> csrf.csrfTokenRepository(csrfTokens()))
			.requestCache((cache) -> cache.requestCache(requestCache))
			.formLogin((form) -> form.loginPage("/login").failureForwardUrl("/login/refused").permitAll())
			.logout((logout) -> logout.logoutSuccessUrl("/?signed-out"))
			.exceptionHandling((failures) -> failures.authenticationEntryPoint(new PageLoginEntryPoint("/login"))
				.accessDeniedHandler(SecurityConfiguration::refuse))
			.headers((headers) -> headers(headers, PAGE_POLICY))
			.build();
	}

	/** The error page says more kindly what is wrong when it knows the failure. */
	private static void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
			throws IOException {
		request.setAttribute(WebAttributes.ACCESS_DENIED_403, failure);
		response.sendError(ErrorCode.FORBIDDEN.status().value());
	}

	private static CookieCsrfTokenRepository csrfTokens() {
		CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
		tokens.setCookieName("frontrow-csrf");
		tokens.setCookieCustomizer((cookie) -> cookie.sameSite("Lax"));
		return tokens;
	}

	private static void headers(HeadersConfigurer<HttpSecurity> headers, String policy) {
		headers.contentSecurityPolicy((csp) -> csp.policyDirectives(policy))
			.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
			.permissionsPolicyHeader((permissions) -> permissions.policy("camera=(), microphone=(), geolocation=()"));
	}

}
