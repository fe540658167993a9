package app.frontrow.members.web;

import java.util.List;
import java.util.UUID;

import app.frontrow.members.MemberService;
import app.frontrow.members.SignUpRateLimiter;
import app.frontrow.members.lookup.MemberLookupService;
import app.frontrow.rules.ProvesRule;
import app.frontrow.security.ApiSlice;
import app.frontrow.shared.PageOf;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.error.TooManyRequestsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static app.frontrow.security.ApiSlice.ADMIN;
import static app.frontrow.security.ApiSlice.MINA;
import static app.frontrow.security.ApiSlice.by;
import static app.frontrow.security.ApiSlice.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.verifyNoInteractions;

@WebMvcTest(MemberApiController.class)
@Import(ApiSlice.class)
class MemberApiControllerTests {

	private static final String MINA_JSON = """
			{"id": "7b5ba7c7-9b4f-4c4e-8f3c-1f0c1f0c1f0c", "username": "mina", "displayName": "미나", "role": "MEMBER",
			 "createdAt": "2030-05-01T00:00:00Z"}""";

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private MemberService members;

	@MockitoBean
	private MemberLookupService lookups;

	@MockitoBean
	private SignUpRateLimiter limit;

	@Test
	void signUp() {
		given(this.members.register("mina", "correct horse", "미나")).willReturn(MINA);

		MvcTestResult result = signingUp("""
				{"username": "mina", "password": "correct horse", "displayName": "미나", "role": "ADMIN", "id": "x"}""");

		assertThat(result).hasStatus(201);
		assertThat(json(result)).isEqualTo(json(MINA_JSON));
	}

	@Test
	@ProvesRule(rule = "Sign-ups by the API are limited", guard = "MemberApiController", brokenBy = "leaving out check")
	void tooManySignUpsAnswerWhenToTryAgain() {
		willThrow(new TooManyRequestsException(77)).given(this.limit).check("127.0.0.1");

		MvcTestResult result = signingUp("{\"username\": \"mina\", \"password\": \"x\", \"displayName\": \"M\"}");

		assertThat(result).hasStatus(429).hasHeader("Retry-After", "77");
		assertThat(json(result).get("code").asString()).isEqualTo("too-many-requests");
		assertThat(json(result).get("retryAfterSeconds").asLong()).isEqualTo(77);
		verifyNoInteractions(this.members);
	}

	@Test
	void signUpNamesEveryMissingField() {
		MvcTestResult result = signingUp("{\"username\": null}");

		assertThat(result).hasStatus(400);
		assertThat(json(result).get("errors").findValuesAsString("field")).containsExactlyInAnyOrder("username",
				"password", "displayName");
		assertThat(json(result).get("errors").findValuesAsString("message")).noneMatch(String::isBlank);
		verifyNoInteractions(this.members);
	}

	@Test
	void rulesAreInTheLanguageOfTheReader() {
		given(this.members.register("m", "correct horse", "미나"))
			.willThrow(new InvalidInputException("username", "username"));

		MvcTestResult result = this.mvc.post()
			.uri("/api/v1/members")
			.header("Accept-Language", "ko-KR,ko;q=0.9,en;q=0.5")
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"username\": \"m\", \"password\": \"correct horse\", \"displayName\": \"미나\"}")
			.exchange();

		assertThat(json(result)).isEqualTo(json("""
				{"type": "urn:frontrow:problem:validation-failed", "title": "입력한 내용을 확인해 주세요", "status": 400,
				 "detail": "올바르지 않은 항목이 있습니다. 변경된 내용은 없습니다.", "instance": "/api/v1/members",
				 "code": "validation-failed", "errors": [{"field": "username",
				 "message": "영문 소문자, 숫자, 점, 하이픈, 밑줄로 3~30자를 쓰고 문자나 숫자로 시작해 주세요."}]}"""));
	}

	@Test
	void memberReadsTheOwnAccount() {
		MvcTestResult result = this.mvc.get().uri("/api/v1/members/me").with(by(MINA)).exchange();

		assertThat(result).hasStatus(200);
		assertThat(json(result)).isEqualTo(json(MINA_JSON));
	}

	@Test
	void administratorSeesOneMember() {
		given(this.lookups.get(MINA.id())).willReturn(MINA);

		MvcTestResult result = this.mvc.get().uri("/api/v1/members/" + MINA.id()).with(by(ADMIN)).exchange();

		assertThat(result).hasStatus(200);
		assertThat(json(result)).isEqualTo(json(MINA_JSON));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "nonsense", "00000000-0000-4000-8000-00000000000x" })
	void malformedIdIsNotFound(String id) {
		MvcTestResult result = this.mvc.get().uri("/api/v1/members/" + id).with(by(ADMIN)).exchange();

		assertThat(result).hasStatus(404);
		assertThat(json(result).get("code").asString()).isEqualTo("not-found");
	}

	@Test
	void unknownMemberIsNotFound() {
		given(this.lookups.get(new UUID(0, 1))).willThrow(new NotFoundException());

		assertThat(this.mvc.get().uri("/api/v1/members/" + new UUID(0, 1)).with(by(ADMIN))).hasStatus(404);
	}

	@Test
	void administratorSearches() {
		given(this.lookups.search("미나", 0, 20)).willReturn(PageOf.of(List.of(MINA), 0, 20, 1));

		MvcTestResult result = this.mvc.get().uri("/api/v1/members").param("q", "미나").with(by(ADMIN)).exchange();

		assertThat(result).hasStatus(200);
		assertThat(json(result)).isEqualTo(json("""
				{"items": [%s], "page": 0, "size": 20, "totalItems": 1, "totalPages": 1}""".formatted(MINA_JSON)));
	}

	private MvcTestResult signingUp(String body) {
		return this.mvc.post().uri("/api/v1/members").contentType(MediaType.APPLICATION_JSON).content(body).exchange();
	}

}
