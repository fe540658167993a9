package app.frontrow.security.web;

import java.util.List;

import app.frontrow.members.MemberService;
import app.frontrow.members.SignUpRateLimiter;
import app.frontrow.members.UsernameTakenException;
import app.frontrow.rules.ProvesRule;
import app.frontrow.security.LoginDestinationResolver;
import app.frontrow.security.account.RecoveryCodeService;
import app.frontrow.security.session.LoginSessionStrategy;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.InvalidInputException.Violation;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.web.page.PageSlice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.verifyNoInteractions;

@PageSlice({ SignupPageController.class, LoginPageController.class })
@Import(LoginDestinationResolver.class)
class AccountPageTests {

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private RecoveryCodeService codes;

	@MockitoBean
	private MemberService members;

	@MockitoBean
	private SignUpRateLimiter limit;

	@MockitoBean
	private RequestCache redirects;

	@MockitoBean
	private LoginSessionStrategy sessions;

	@Test
	void formsAreShown() {
		assertThat(this.mvc.get().uri("/signup")).hasStatusOk()
			.bodyText()
			.contains("signup-username", "signup-display-name", "signup-password", "signup-submit", "name=\"_csrf\"")
			.doesNotContain("??", "error-code");
		assertThat(this.mvc.get().uri("/login")).hasStatusOk()
			.bodyText()
			.contains("login-username", "login-password", "login-submit")
			.doesNotContain("??", "error-code");
	}

	@Test
	void errorsAreShownBesideFieldsAndInputIsKeptWithoutPassword() {
		given(this.members.register(any(), any(), any())).willThrow(new InvalidInputException(List
			.of(new Violation("username", "username", List.of()), new Violation("password", "password", List.of()))));

		assertThat(signUp()).hasStatus(400)
			.bodyText()
			.contains("id=\"username-error\"", "id=\"password-error\"", "value=\"Mi\"", "value=\"&lt;Mina&gt;\"",
					"data-code=\"validation-failed\"")
			.doesNotContain("id=\"displayName-error\"", "secret-secret", "??");
	}

	@Test
	void takenUsernameIsShownAtTheUsername() {
		UsernameTakenException taken = Mockito.mock(UsernameTakenException.class);
		given(taken.code()).willReturn(UsernameTakenException.CODE);
		given(this.members.register(any(), any(), any())).willThrow(taken);

		assertThat(signUp()).hasStatus(409)
			.bodyText()
			.contains("id=\"username-error\"", "is already taken", "data-code=\"username-taken\"")
			.doesNotContain("??");
	}

	@Test
	void refusedLogInKeepsTheUsername() {
		assertThat(this.mvc.get().uri("/login?error")).bodyText().contains("data-code=\"bad-credentials\"");
		assertThat(this.mvc.post()
			.uri("/login/refused")
			.param("username", "\"mina\"")
			.param("password", "secret-secret")
			.with(SecurityMockMvcRequestPostProcessors.csrf())).hasStatus(401)
			.bodyText()
			.contains("data-code=\"bad-credentials\"", "value=\"&quot;mina&quot;\"")
			.doesNotContain("secret-secret", "??");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/signup", "/login/language" })
	void languageSwitchKeepsInputWithoutPassword(String address) {
		assertThat(this.mvc.post()
			.uri(address)
			.param("language", "ko")
			.param("username", "\"mina\"")
			.param("displayName", "<Mina>")
			.param("password", "secret-secret")
			.with(SecurityMockMvcRequestPostProcessors.csrf())).hasStatusOk()
			.bodyText()
			.contains("<html lang=\"ko\"", "value=\"&quot;mina&quot;\"", "formaction=\"" + address + "\"")
			.doesNotContain("secret-secret", "error-code", "??");
		verifyNoInteractions(this.members, this.sessions);
	}

	@Test
	@ProvesRule(rule = "Sign-ups by the form are limited", guard = "SignupPageController",
			brokenBy = "leaving out check")
	void tooManySignUpsAreShownAndInputIsKept() {
		willThrow(new TooManyRequestsException(77)).given(this.limit).check("127.0.0.1");

		assertThat(signUp()).hasStatus(429)
			.hasHeader("Retry-After", "77")
			.bodyText()
			.contains("data-code=\"too-many-requests\"", "Many accounts", "value=\"Mi\"", "value=\"&lt;Mina&gt;\"")
			.doesNotContain("secret-secret", "??");
		verifyNoInteractions(this.members);
	}

	@ParameterizedTest
	@CsvSource({ "7, in 7 seconds", "119, in 119 seconds", "120, in 2 minutes", "121, in 3 minutes" })
	@ProvesRule(rule = "The log-in form says how long to wait", guard = "LoginPageController.refused",
			brokenBy = "leaving out the cause")
	void slowedLogInShowsTheWait(long seconds, String told) {
		AuthenticationException slowed = new AuthenticationServiceException("slow",
				new TooManyRequestsException(seconds));

		assertThat(refused(slowed)).hasStatus(429)
			.hasHeader("Retry-After", String.valueOf(seconds))
			.bodyText()
			.contains("data-code=\"too-many-requests\"", told, "value=\"mina\"")
			.doesNotContain("??");
	}

	@Test
	@ProvesRule(rule = "A store that is away is not reported as a wrong password",
			guard = "LoginPageController.refused", brokenBy = "leaving out isBehind")
	void outageIsNotShownAsAWrongPassword() {
		AuthenticationException outage = new InternalAuthenticationServiceException("away",
				new DataAccessResourceFailureException("away"));

		assertThat(refused(outage)).hasStatus(503);
	}

	private MvcTestResult refused(AuthenticationException failure) {
		return this.mvc.post()
			.uri("/login/refused")
			.param("username", "mina")
			.requestAttr(WebAttributes.AUTHENTICATION_EXCEPTION, failure)
			.with(SecurityMockMvcRequestPostProcessors.csrf())
			.exchange();
	}

	private MvcTestResult signUp() {
		return this.mvc.post()
			.uri("/signup")
			.param("username", "Mi")
			.param("displayName", "<Mina>")
			.param("password", "secret-secret")
			.with(SecurityMockMvcRequestPostProcessors.csrf())
			.exchange();
	}

}
