package app.frontrow.members.web;

import java.util.List;

import app.frontrow.members.Members;
import app.frontrow.members.NewSession;
import app.frontrow.members.UsernameTakenException;
import app.frontrow.shared.ErrorCode;
import app.frontrow.shared.InvalidInputException;
import app.frontrow.shared.InvalidInputException.Violation;
import app.frontrow.shared.web.PageSlice;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

@PageSlice({ SignupPageController.class, LoginPageController.class })
class AccountPageTests {

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private Members members;

	@MockitoBean
	private RequestCache wishes;

	@MockitoBean
	private NewSession sessions;

	@Test
	void formsAreThere() {
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
	void faultsStandBesideTheirFieldsAndInputIsKeptButNotThePassword() {
		given(this.members.register(any(), any(), any())).willThrow(new InvalidInputException(List
			.of(new Violation("username", "username", List.of()), new Violation("password", "password", List.of()))));

		assertThat(signUp()).hasStatus(400)
			.bodyText()
			.contains("id=\"username-error\"", "id=\"password-error\"", "value=\"Mi\"", "value=\"&lt;Mina&gt;\"",
					"data-code=\"validation-failed\"")
			.doesNotContain("id=\"displayName-error\"", "secret-secret", "??");
	}

	@Test
	void aTakenUsernameIsSaidAtTheUsername() {
		UsernameTakenException taken = Mockito.mock(UsernameTakenException.class);
		given(taken.code()).willReturn(ErrorCode.USERNAME_TAKEN);
		given(this.members.register(any(), any(), any())).willThrow(taken);

		assertThat(signUp()).hasStatus(409)
			.bodyText()
			.contains("id=\"username-error\"", "already has this username", "data-code=\"username-taken\"")
			.doesNotContain("??");
	}

	@Test
	void aRefusedLogInKeepsTheUsername() {
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
