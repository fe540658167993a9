package app.frontrow.security.web;

import java.util.List;

import app.frontrow.security.ApiSlice;
import app.frontrow.security.factor.SecondFactorService;
import app.frontrow.security.session.AccessTokenService;
import app.frontrow.security.session.AccessTokenService.AccessToken;
import app.frontrow.security.session.Device;
import app.frontrow.security.session.MemberSession;
import app.frontrow.security.session.MemberSessionService;
import app.frontrow.shared.error.NotFoundException;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static app.frontrow.security.ApiSlice.MINA;
import static app.frontrow.security.ApiSlice.by;
import static app.frontrow.security.ApiSlice.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

@WebMvcTest(SessionApiController.class)
@Import(ApiSlice.class)
class SessionApiControllerTests {

	private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz-_ABCDEFGHIJKLMNO";

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private AccessTokenService tokens;

	@MockitoBean
	private MemberSessionService sessions;

	@MockitoBean
	private SecondFactorService factors;

	@Test
	void logIn() {
		given(this.tokens.issue("mina", "correct horse", new Device(Device.Kind.PROGRAM, "curl 8.5.0")))
			.willReturn(new AccessToken(TOKEN, MINA.createdAt().plusSeconds(1), MINA));

		MvcTestResult result = loggingIn("{\"username\": \"mina\", \"password\": \"correct horse\"}");

		assertThat(result).hasStatus(201);
		assertThat(result.getResponse().getHeaders("Set-Cookie")).isEmpty();
		assertThat(json(result)).isEqualTo(json("""
				{"accessToken": "abcdefghijklmnopqrstuvwxyz-_ABCDEFGHIJKLMNO", "tokenType": "Bearer",
				 "expiresAt": "2030-05-01T00:00:01Z",
				 "member": {"id": "7b5ba7c7-9b4f-4c4e-8f3c-1f0c1f0c1f0c", "username": "mina", "displayName": "미나",
				            "role": "MEMBER", "createdAt": "2030-05-01T00:00:00Z"}}"""));
	}

	@Test
	void wrongPasswordIsBadCredentials() {
		given(this.tokens.issue(eq("mina"), eq("wrong"), any()))
			.willThrow(new BadCredentialsException("which one is wrong?"));

		MvcTestResult result = loggingIn("{\"username\": \"mina\", \"password\": \"wrong\"}");

		assertThat(result).hasStatus(401).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(json(result)).isEqualTo(json("""
				{"type": "urn:frontrow:problem:bad-credentials", "title": "Log-in failed", "status": 401,
				 "detail": "Username or password is wrong.", "instance": "/api/v1/sessions",
				 "code": "bad-credentials"}"""));
	}

	@Test
	void bothFieldsAreNeeded() {
		MvcTestResult result = loggingIn("{}");

		assertThat(result).hasStatus(400);
		assertThat(json(result).get("errors").findValuesAsString("field")).containsExactlyInAnyOrder("username",
				"password");
		verifyNoInteractions(this.tokens);
	}

	@Test
	void logOut() {
		MvcTestResult result = this.mvc.delete()
			.uri("/api/v1/sessions/current")
			.with(by(MINA))
			.header("Authorization", "Bearer " + TOKEN)
			.exchange();

		assertThat(result).hasStatus(204).body().isEmpty();
		verify(this.tokens).revoke(TOKEN);
	}

	@Test
	void listShowsSessionsWithoutTokens() {
		given(this.sessions.findByMember(MINA.id())).willReturn(List.of(
				new MemberSession(MemberSessionService.publicIdOf(TOKEN), new Device(Device.Kind.PROGRAM, "curl 8.5.0"),
						MINA.createdAt(), MINA.createdAt().plusSeconds(60), MINA.createdAt().plusSeconds(600)),
				new MemberSession("another", new Device(Device.Kind.BROWSER, null), MINA.createdAt(), MINA.createdAt(),
						MINA.createdAt().plusSeconds(540))));

		MvcTestResult result = this.mvc.get()
			.uri("/api/v1/sessions")
			.with(by(MINA))
			.header("Authorization", "Bearer " + TOKEN)
			.exchange();

		assertThat(result).hasStatus(200);
		assertThat(json(result)).isEqualTo(json("""
				[{"id": "%s", "kind": "PROGRAM", "device": "curl 8.5.0", "createdAt": "2030-05-01T00:00:00Z",
				  "lastUsedAt": "2030-05-01T00:01:00Z", "expiresAt": "2030-05-01T00:10:00Z", "current": true},
				 {"id": "another", "kind": "BROWSER", "device": null, "createdAt": "2030-05-01T00:00:00Z",
				  "lastUsedAt": "2030-05-01T00:00:00Z", "expiresAt": "2030-05-01T00:09:00Z", "current": false}]"""
			.formatted(MemberSessionService.publicIdOf(TOKEN))));
		assertThat(result).bodyText().doesNotContain(TOKEN);
	}

	@Test
	void oneOrAllOtherSessionsAreEnded() {
		assertThat(this.mvc.delete().uri("/api/v1/sessions/another").with(by(MINA))).hasStatus(204).body().isEmpty();
		verify(this.sessions).end(MINA.id(), "another");

		assertThat(this.mvc.delete().uri("/api/v1/sessions").with(by(MINA)).header("Authorization", "Bearer " + TOKEN))
			.hasStatus(204)
			.body()
			.isEmpty();
		verify(this.sessions).endOthers(MINA.id(), TOKEN);
	}

	@Test
	void foreignSessionIsNotFound() {
		willThrow(new NotFoundException()).given(this.sessions).end(MINA.id(), "theirs");

		MvcTestResult result = this.mvc.delete().uri("/api/v1/sessions/theirs").with(by(MINA)).exchange();

		assertThat(result).hasStatus(404);
		assertThat(json(result).get("code").asString()).isEqualTo("not-found");
	}

	private MvcTestResult loggingIn(String body) {
		return this.mvc.post()
			.uri("/api/v1/sessions")
			.header("User-Agent", "curl/8.5.0")
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

}
