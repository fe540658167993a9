package app.frontrow.journey;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Names, texts and searches in any script mean the same on every database.
 */
@Tag("database")
@ProvesRule(rule = "A concert is found whether its letters are typed in one part or in several",
		guard = "SearchTextNormalizer.fold", brokenBy = "leaving out NFC")
class UnicodeTextIT extends ProductTest {

	private ApiClient visitor;

	private ApiClient office;

	@BeforeEach
	void office() {
		this.visitor = ApiClient.at(this.port);
		this.office = this.audience.admin();
	}

	@ParameterizedTest
	@ValueSource(strings = { "민아", "🎸", "zoë", "mina\u0000" })
	void impossibleUsernameIsBadCredentials(String username) {
		this.visitor.post("/api/v1/sessions", Map.of("username", username, "password", "correct horse"))
			.expectProblem(401, "bad-credentials");
	}

	@Test
	void membersAreFoundByDisplayNameInAnyScript() {
		assertThat(this.office.get("/api/v1/members?q=하늘").expect(200).number("totalItems")).isPositive();
		assertThat(this.office.get("/api/v1/members?q=🎻🎻").expect(200).number("totalItems")).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "한강 é", "\u1112\u1161\u11ab\u1100\u1161\u11bc e\u0301", "한강\u3000É" })
	void storedTextIsFoundHoweverItIsTyped(String typed) {
		String mark = UUID.randomUUID().toString().substring(0, 8);
		String concert = concert(typed + " " + mark, "artist").text("title");
		this.visitor
			.post("/api/v1/members",
					Map.of("username", "n" + mark, "password", "correct horse", "displayName", typed + " " + mark))
			.expect(201);

		for (String asked : List.of("한강 é ", "\u1112\u1161\u11ab\u1100\u1161\u11bc e\u0301 ", "한강\u3000ｅ\u0301 ")) {
			assertThat(found(asked + mark)).as(asked).isOne();
			assertThat(this.office.get("/api/v1/members?q=" + encoded(asked + mark)).expect(200).number("totalItems"))
				.as(asked)
				.isOne();
		}
		assertThat(Normalizer.isNormalized(concert, Normalizer.Form.NFC)).isTrue();
	}

	@Test
	@ProvesRule(rule = "A member whose name is stored in the old form is found", guard = "AccountRepository.search",
			brokenBy = "leaving out \"apart\"")
	void memberWhoseNameWasStoredWithLettersApartIsFound() {
		String mark = UUID.randomUUID().toString().substring(0, 8);
		this.visitor
			.post("/api/v1/members", Map.of("username", "n" + mark, "password", "correct horse", "displayName", "Mina"))
			.expect(201);
		this.jdbc.sql("update members set display_name = :name where username = :username")
			.param("name", "\u1112\u1161\u11ab\u1100\u1161\u11bc " + mark)
			.param("username", "n" + mark)
			.update();

		assertThat(this.office.get("/api/v1/members?q=" + encoded("한강 " + mark)).expect(200).number("totalItems"))
			.isOne();
	}

	@Test
	void usernameIsTheSameInFullWidth() {
		String mark = UUID.randomUUID().toString().substring(0, 8);
		this.visitor
			.post("/api/v1/members",
					Map.of("username", "ＭＩＮＡ" + mark, "password", "correct horse", "displayName", "Mina"))
			.expect(201);

		this.visitor
			.post("/api/v1/members",
					Map.of("username", "mina" + mark, "password", "correct horse", "displayName", "Mina"))
			.expectProblem(409, "username-taken");
		this.visitor.post("/api/v1/sessions", Map.of("username", "ｍｉｎａ" + mark, "password", "correct horse"))
			.expect(201);
	}

	@Test
	void concertsAreFoundByTheirLetters() {
		String mark = UUID.randomUUID().toString();
		assertThat(concert("Zürich 🎸 각별한 밤", mark).text("title")).isEqualTo("Zürich 🎸 각별한 밤");
		assertThat(found("🎸 각별한")).isEqualTo(found("ZURICH 🎸")).isPositive();
		assertThat(found("🎸")).isNotEqualTo(found("🎻🎸"));
		assertThat(found("🎻 각별한")).isZero();
		assertThat(found("가별한")).isZero();
		assertThat(found(mark.toUpperCase())).isOne();
	}

	private long found(String text) {
		return this.office.get("/api/v1/concerts?q=" + encoded(text)).expect(200).number("totalItems");
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private Answer concert(String title, String artist) {
		Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(20, ChronoUnit.DAYS);
		Answer made = this.office.post("/api/v1/concerts",
				Map.of("title", title, "artist", artist, "venue", "Frontrow Hall", "description", "한 밤 🎻",
						"salesOpenAt", start.minus(30, ChronoUnit.DAYS).toString(), "shows",
						List.of(Map.of("startsAt", start.toString())), "prices",
						List.of(Map.of("grade", "R", "fromSeat", 1, "toSeat", 50, "price", 1000))));
		return made.expect(201);
	}

}
