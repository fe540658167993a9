package app.frontrow.shared.web.page;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

import app.frontrow.members.Member;
import app.frontrow.members.Role;
import app.frontrow.push.TurnCallAvailability;
import app.frontrow.push.PushSettings;
import app.frontrow.shared.MoneyFormatter;
import app.frontrow.shared.web.language.LanguageDetector;
import app.frontrow.shared.web.language.MessageConfiguration;
import app.frontrow.shared.web.problem.ProblemFactory;
import app.frontrow.shared.web.site.SellerParticulars;
import app.frontrow.shared.web.site.SellerSettings;
import app.frontrow.staff.StaffAccessService;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.mockito.Mockito.mock;

/**
 * What pages share, without stores.
 */
@TestConfiguration(proxyBeanMethods = false)
@Import({ PageConfiguration.class, PageAdvice.class, FlashMessageWriter.class, ProblemFactory.class,
		PageDateFormatter.class, LanguageDetector.class, MoneyFormatter.class, FormKeyGenerator.class,
		FragmentCache.class, MessageConfiguration.class })
public class PageSliceConfiguration {

	/** What the clock says: 19:00 in Seoul. */
	public static final Instant NOW = Instant.parse("2026-10-03T10:00:00Z");

	/** Who is logged in. */
	public static final Member MINA = new Member(UUID.fromString("00000000-0000-0000-0000-000000000001"), "mina",
			"Mina <3", Role.MEMBER, NOW);

	/**
	 * Logs {@link #MINA} in for one request.
	 */
	public static RequestPostProcessor mina() {
		return SecurityMockMvcRequestPostProcessors.authentication(UsernamePasswordAuthenticationToken
			.authenticated(MINA, null, AuthorityUtils.createAuthorityList("ROLE_MEMBER")));
	}

	@Bean
	Clock clock() {
		return Clock.fixed(NOW, ZoneOffset.UTC);
	}

	/** Nobody has a role. */
	@Bean
	StaffAccessService staff() {
		return mock();
	}

	/** Nothing is known of the company. */
	@Bean
	SellerParticulars seller() {
		return new SellerParticulars(new SellerSettings(null, null, null, null, null, null, null, null));
	}

	/** Nobody can be called. */
	@Bean
	TurnCallAvailability turnCallAvailability() {
		return new TurnCallAvailability(new PushSettings(null, null, null, null), mock(), mock(), mock());
	}

	@Bean
	SecurityFilterChain everythingOpen(HttpSecurity http) throws Exception {
		return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.csrf((csrf) -> csrf.csrfTokenRepository(new CookieCsrfTokenRepository()))
			.build();
	}

}
