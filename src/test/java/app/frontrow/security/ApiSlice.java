package app.frontrow.security;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import app.frontrow.members.Member;
import app.frontrow.members.Role;
import app.frontrow.security.factor.SecondFactorAccessService;
import app.frontrow.shared.web.http.AccessRules;
import app.frontrow.shared.web.page.WebTestConfiguration;
import app.frontrow.staff.StaffAccessService;
import app.frontrow.staff.StaffScope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

/**
 * For slices of the API: the real security rules in front of a controller whose facade is
 * a mock.
 */
@TestConfiguration(proxyBeanMethods = false)
@EnableWebSecurity
@Import({ SecurityConfiguration.class, WebTestConfiguration.class })
@ComponentScan(basePackages = "app.frontrow", useDefaultFilters = false,
		includeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = AccessRules.class))
public class ApiSlice {

	/** A member. */
	public static final Member MINA = new Member(UUID.fromString("7b5ba7c7-9b4f-4c4e-8f3c-1f0c1f0c1f0c"), "mina", "미나",
			Role.MEMBER, Instant.parse("2030-05-01T00:00:00Z"));

	/** An administrator. */
	public static final Member ADMIN = new Member(UUID.fromString("00000000-0000-4000-8000-000000000000"), "admin",
			"Admin", Role.ADMIN, Instant.parse("2030-04-01T00:00:00Z"));

	private static final JsonMapper JSON = new JsonMapper();

	@Bean
	MemberAuthenticationProvider memberAuthenticationProvider() {
		return mock();
	}

	/** {@link #ADMIN} owns the ticket office, and nobody else has a role. */
	@Bean
	StaffAccessService staff() {
		StaffAccessService staff = mock();
		given(staff.getScope(any(), any())).willReturn(StaffScope.NOTHING);
		given(staff.getScope(eq(ADMIN.id()), any())).willReturn(StaffScope.EVERYTHING);
		return staff;
	}

	/** Nobody needs the second step. */
	@Bean
	SecondFactorAccessService secondFactors() {
		SecondFactorAccessService factors = mock();
		given(factors.authorize(any())).willReturn(new AuthorizationDecision(true));
		return factors;
	}

	@Bean
	MockMvcBuilderCustomizer securityFilters() {
		return (builder) -> builder.apply(springSecurity());
	}

	/** The request comes from this member. */
	public static RequestPostProcessor by(Member member) {
		return authentication(UsernamePasswordAuthenticationToken.authenticated(member, null, List.of()));
	}

	/** The JSON that was answered. */
	public static JsonNode json(MvcTestResult result) {
		try {
			return JSON.readTree(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
		}
		catch (UnsupportedEncodingException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	/** JSON as it is expected. */
	public static JsonNode json(String text) {
		return JSON.readTree(text);
	}

}
