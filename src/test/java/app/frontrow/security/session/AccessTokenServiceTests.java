package app.frontrow.security.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import app.frontrow.members.Member;
import app.frontrow.members.Role;
import app.frontrow.rules.ProvesRule;
import app.frontrow.security.session.AccessTokenService.AccessToken;
import app.frontrow.shared.error.TooManyRequestsException;
import org.junit.jupiter.api.Test;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.session.MapSession;
import org.springframework.session.MapSessionRepository;
import org.springframework.session.Session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class AccessTokenServiceTests {

	private static final Instant NOW = Instant.parse("2030-05-01T00:00:00Z");

	private static final Member MINA = new Member(UUID.randomUUID(), "mina", "Mina", Role.MEMBER, NOW);

	private static final Device CURL = new Device(Device.Kind.PROGRAM, "curl 8.5.0");

	private final AuthenticationManager authentications = mock();

	private final ConcurrentHashMap<String, Session> stored = new ConcurrentHashMap<>();

	private final MapSessionRepository sessions = new MapSessionRepository(this.stored);

	private final AccessTokenService tokens = new AccessTokenService(this.authentications, this.sessions,
			new SessionExpiryPolicy(Duration.ofHours(8), Duration.ofDays(7)));

	@Test
	void tokenIsTheIdOfTheMembersSession() {
		this.sessions.setDefaultMaxInactiveInterval(Duration.ofHours(8));
		given(this.authentications.authenticate(any())).willAnswer((call) -> {
			assertThat(call.<Object>getArgument(0))
				.isEqualTo(UsernamePasswordAuthenticationToken.unauthenticated("mina", "secret"));
			return UsernamePasswordAuthenticationToken.authenticated(MINA, null, List.of());
		});

		AccessToken token = this.tokens.issue("mina", "secret", CURL);

		assertThat(token.member()).isEqualTo(MINA);
		MapSession session = this.sessions.findById(token.value());
		assertThat(token.expiresAt()).isEqualTo(session.getLastAccessedTime().plus(Duration.ofHours(8)));
		assertThat(session.<Device>getAttribute("device")).isEqualTo(CURL);
		SecurityContext context = session.getAttribute("SPRING_SECURITY_CONTEXT");
		assertThat(context.getAuthentication().getPrincipal()).isEqualTo(MINA);
		assertThat(context.getAuthentication().getCredentials()).isNull();
	}

	@Test
	void badCredentialsCreateNoSession() {
		given(this.authentications.authenticate(any())).willThrow(new BadCredentialsException("no"));

		assertThatThrownBy(() -> this.tokens.issue("mina", "wrong", CURL)).isInstanceOf(BadCredentialsException.class);
		assertThat(this.stored).isEmpty();
	}

	@Test
	@ProvesRule(rule = "A log-in by the API says how long to wait", guard = "AccessTokenService",
			brokenBy = "leaving out the cause")
	void slowedLogInAnswersTheWaitAndCreatesNoSession() {
		given(this.authentications.authenticate(any()))
			.willThrow(new AuthenticationServiceException("slow", new TooManyRequestsException(7)));

		assertThatThrownBy(() -> this.tokens.issue("mina", "secret", CURL)).isInstanceOfSatisfying(
				TooManyRequestsException.class, (refusal) -> assertThat(refusal.retryAfterSeconds()).isEqualTo(7));
		assertThat(this.stored).isEmpty();
	}

	@Test
	void revokedTokenIsInvalidAtOnce() {
		given(this.authentications.authenticate(any()))
			.willReturn(UsernamePasswordAuthenticationToken.authenticated(MINA, null, List.of()));
		String token = this.tokens.issue("mina", "secret", CURL).value();

		this.tokens.revoke(token);
		this.tokens.revoke(token);

		assertThat(this.sessions.findById(token)).isNull();
	}

}
