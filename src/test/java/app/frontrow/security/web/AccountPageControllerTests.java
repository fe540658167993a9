package app.frontrow.security.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import app.frontrow.mail.MailAddressService;
import app.frontrow.mail.MailOutboxService;
import app.frontrow.security.account.RecoveryCodeService;
import app.frontrow.security.session.Device;
import app.frontrow.security.session.LoginSessionStrategy;
import app.frontrow.security.session.MemberSession;
import app.frontrow.security.session.MemberSessionService;
import app.frontrow.security.session.PasswordChangeService;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.web.page.PageSlice;
import app.frontrow.shared.web.page.PageSliceConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static app.frontrow.shared.web.page.PageSliceConfiguration.MINA;
import static app.frontrow.shared.web.page.PageSliceConfiguration.mina;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

@PageSlice(AccountPageController.class)
class AccountPageControllerTests {

	private static final Instant NOW = PageSliceConfiguration.NOW;

	private final MockHttpSession session = new MockHttpSession(null, "this-key");

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private MailAddressService addresses;

	@MockitoBean
	private MailOutboxService mails;

	@MockitoBean
	private RecoveryCodeService codes;

	@MockitoBean
	private MemberSessionService sessions;

	@MockitoBean
	private PasswordChangeService passwords;

	@MockitoBean
	private LoginSessionStrategy newSession;

	@Test
	void pageListsSessionsAndMarksTheCurrentOne() {
		given(this.sessions.findByMember(MINA.id())).willReturn(
				List.of(session(MemberSessionService.publicIdOf("this-key"), Device.Kind.BROWSER, "Firefox · Linux"),
						session("other", Device.Kind.PROGRAM, null)));

		MvcTestResult page = this.mvc.get().uri("/me/account").session(this.session).with(mina()).exchange();

		assertThat(page).hasStatusOk()
			.bodyText()
			.contains("Firefox · Linux", "Unknown device", "data-current=\"true\"", "data-kind=\"PROGRAM\"",
					"/me/account/sessions/other/end", "end-other-sessions", "name=\"_csrf\"", "account-export",
					"account-delete", "no recovery codes", "3 Oct 2026, 19:00")
			.doesNotContain("/me/account/sessions/" + MemberSessionService.publicIdOf("this-key"), "this-key", "??");
	}

	@Test
	void oneOrAllOtherSessionsAreEnded() {
		assertThat(post("/me/account/sessions/other/end")).hasStatus(302).hasRedirectedUrl("/me/account");
		verify(this.sessions).end(MINA.id(), "other");
		assertThat(post("/me/account/sessions/end-others")).hasStatus(302).hasRedirectedUrl("/me/account");
		verify(this.sessions).endOthers(MINA.id(), "this-key");
	}

	@Test
	void foreignSessionIsNotFound() {
		willThrow(new NotFoundException()).given(this.sessions).end(MINA.id(), "theirs");

		assertThat(post("/me/account/sessions/theirs/end")).hasStatus(404);
	}

	@Test
	void changedPasswordGivesTheSessionANewId() {
		Authentication login = UsernamePasswordAuthenticationToken.authenticated(MINA, null, List.of());
		given(this.passwords.change(MINA, "old password", "new password", "this-key")).willReturn(login);

		MvcTestResult answer = post("/me/account/password");

		assertThat(answer).hasStatus(302).hasRedirectedUrl("/me/account");
		verify(this.newSession).renew(any(), eq(login));
	}

	@Test
	void errorIsShownBesideItsFieldWithoutPasswords() {
		willThrow(new InvalidInputException("currentPassword", "password-wrong")).given(this.passwords)
			.change(any(), any(), any(), any());

		assertThat(post("/me/account/password")).hasStatus(400)
			.bodyText()
			.contains("id=\"currentPassword-error\"", "not your current password", "data-code=\"validation-failed\"")
			.doesNotContain("id=\"newPassword-error\"", "old password", "new password\"", "??");
		verifyNoInteractions(this.newSession);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/password", "/sessions/x/end", "/sessions/end-others" })
	void addressOfAFormRedirectsToItsPage(String path) {
		assertThat(this.mvc.get().uri("/me/account" + path).with(mina())).hasStatus(302)
			.hasRedirectedUrl("/me/account");
	}

	private MvcTestResult post(String path) {
		return this.mvc.post()
			.uri(path)
			.session(this.session)
			.param("currentPassword", "old password")
			.param("newPassword", "new password")
			.with(mina())
			.with(SecurityMockMvcRequestPostProcessors.csrf())
			.exchange();
	}

	private static MemberSession session(String id, Device.Kind kind, String name) {
		return new MemberSession(id, new Device(kind, name), NOW, NOW, NOW.plus(Duration.ofHours(8)));
	}

}
