package app.frontrow.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import app.frontrow.members.CredentialService;
import app.frontrow.members.Credentials;
import app.frontrow.members.Member;
import app.frontrow.members.Role;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.error.TooManyRequestsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationFailureServiceExceptionEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

@ExtendWith(OutputCaptureExtension.class)
class SecurityLogTests {

	private final Member mina = new Member(UUID.randomUUID(), "mina", "미나", Role.MEMBER, Instant.EPOCH);

	private final Authentication known = UsernamePasswordAuthenticationToken.authenticated(this.mina, null, List.of());

	private final CredentialService credentials = mock();

	private final SecurityLog log = new SecurityLog(this.credentials);

	@BeforeEach
	void aRequest() {
		given(this.credentials.find(anyString())).willReturn(Optional.empty());
		given(this.credentials.find("mina")).willReturn(Optional.of(new Credentials(this.mina, "{noop}correct horse")));
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/admin/reconciliation");
		request.setRemoteAddr("192.0.2.7");
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
	}

	@AfterEach
	void noRequest() {
		RequestContextHolder.resetRequestAttributes();
	}

	@Test
	void logInIsLoggedWithItsMember(CapturedOutput output) {
		this.log.logSuccess(new AuthenticationSuccessEvent(this.known));

		assertThat(output).contains("Log-in of member " + this.mina.id() + " from 192.0.2.7").doesNotContain("미나");
	}

	@Test
	@ProvesRule(rule = "The log of refused log-ins contains nothing that was typed", guard = "SecurityLog.logFailure",
			brokenBy = "writing the name")
	void refusedLogInNamesTheAccountAndNoEnteredText(CapturedOutput output) {
		refused("mina");
		refused("my password, in the wrong field");

		assertThat(output)
			.contains("Log-in refused (BadCredentialsException) for member " + this.mina.id() + " from",
					"Log-in refused (BadCredentialsException) for no account from 192.0.2.7")
			.doesNotContain("guess", "my password");
	}

	@Test
	void slowedLogInsFillNoLogAndCallNoStore(CapturedOutput output) {
		for (int time = 0; time < 1_000; time++) {
			this.log.logFailure(new AuthenticationFailureServiceExceptionEvent(
					UsernamePasswordAuthenticationToken.unauthenticated("mina", "guess"),
					new AuthenticationServiceException("slow", new TooManyRequestsException(7))));
		}

		assertThat(output.getAll().lines().filter((line) -> line.contains("Log-in slowed from 192.0.2.7"))).hasSize(10);
		verifyNoInteractions(this.credentials);
	}

	@Test
	void repeatedDenialsFillNoLog(CapturedOutput output) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/admin/" + "x".repeat(7_000));
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));

		for (int time = 0; time < 1_000; time++) {
			denied(this.known);
		}

		assertThat(output.getAll().lines().filter((line) -> line.contains("Denied to member"))).hasSize(10)
			.allMatch((line) -> line.length() < 500);
	}

	@Test
	void outageIsLoggedWithoutTheAccount(CapturedOutput output) {
		given(this.credentials.find("mina")).willThrow(new QueryTimeoutException("slow"));
		RequestContextHolder.resetRequestAttributes();

		refused("mina");

		assertThat(output).contains("for an account that could not be read");
	}

	@Test
	void denialOfAMemberIsLoggedAndOfAVisitorIsNot(CapturedOutput output) {
		denied(new AnonymousAuthenticationToken("key", "anonymous", AuthorityUtils.createAuthorityList("NOBODY")));
		assertThat(output).doesNotContain("Denied");

		denied(this.known);
		assertThat(output)
			.contains("Denied to member " + this.mina.id() + " from 192.0.2.7: GET /admin/reconciliation");
	}

	private void refused(String username) {
		this.log.logFailure(new AuthenticationFailureBadCredentialsEvent(
				UsernamePasswordAuthenticationToken.unauthenticated(username, "guess"),
				new BadCredentialsException("no")));
	}

	private void denied(Authentication visitor) {
		this.log
			.logDenial(new AuthorizationDeniedEvent<>(() -> visitor, "the office", new AuthorizationDecision(false)));
	}

}
