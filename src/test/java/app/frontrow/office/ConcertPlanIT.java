package app.frontrow.office;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.ConcurrentRunner;
import app.frontrow.journey.PageClient;
import app.frontrow.journey.ProductTest;
import app.frontrow.shared.StaffRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Copies of concerts, and what is told about a visit and in a second language.
 */
class ConcertPlanIT extends ProductTest {

	private static final String NEW = "/office/concerts/new";

	private static final String OFFICE = "/api/v1/office/concerts/";

	private PageClient browser;

	private ApiClient admin;

	private String title;

	@BeforeEach
	void programmeIsLoggedIn() {
		this.browser = PageClient.at(this.port);
		this.browser.logIn(this.audience.staffAccount(StaffRole.PROGRAMME, null), "correct horse");
		this.admin = this.audience.admin();
		this.title = "밤의 행진 " + UUID.randomUUID();
	}

	@Test
	void secondLanguageAndVisitAreTypedAndEmptied() {
		Map<String, String> form = form();
		form.putAll(Map.of("translation.language", "en", "translation.title", "Night parade", "visit.address", "서울 1번지",
				"visit.doorsMinutes", "60", "visit.runningMinutes", "120", "visit.ageLimit", "8", "visit.notice",
				"No bags.\nNo cameras.", "visit.mapUrl", "https://maps.example/1"));
		String edit = PageClient.location(this.browser.post(NEW, form));
		String id = edit.replaceAll("\\D", "");

		Answer saved = this.admin.get(OFFICE + id).expect(200);
		assertThat(saved.text("/translation/title")).isEqualTo("Night parade");
		assertThat(saved.number("/visit/doorsMinutes")).isEqualTo(60);
		assertThat(saved.text("/visit/notice")).isEqualTo("No bags.\nNo cameras.");
		assertThat(this.browser.get(edit).body()).contains("value=\"Night parade\"", "value=\"https://maps.example/1\"",
				"No cameras.", "<details id=\"visit\" open");
		assertThat(this.browser.get("/office/concerts/" + id + "/preview").body()).contains("No cameras.",
				"Night parade");

		Map<String, String> emptied = form();
		emptied.putAll(this.browser.filled(edit, edit));
		assertThat(PageClient.location(this.browser.post(edit, emptied))).isEqualTo(edit);
		saved = this.admin.get(OFFICE + id).expect(200);
		assertThat(saved.text("/translation")).isNull();
		assertThat(saved.json().at("/visit").isNull()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "translation.title, Night parade, translation.language",
			"visit.doorsMinutes, soon, visit.doorsMinutes", "visit.ageLimit, 100, visit.ageLimit",
			"visit.mapUrl, ftp://maps.example, visit.mapUrl" })
	void faultsOfDetailsStandBesideTheirFields(String name, String typed, String field) {
		Map<String, String> form = form();
		form.put(name, typed);

		HttpResponse<String> refused = this.browser.post(NEW, form);

		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(refused.body()).contains("id=\"" + field + "-error\"", "href=\"#" + field + "\"", typed);
		assertThat(this.browser.get("/office?q=" + this.title.substring(6)).body()).doesNotContain("office-concert");
	}

	@Test
	void formThatIsSentTwiceAddsOneConcert() {
		Map<String, String> form = form();
		List<String> answers = ConcurrentRunner
			.rush(List.<Callable<HttpResponse<String>>>of(() -> this.browser.post(NEW, form),
					() -> this.browser.post(NEW, form)))
			.stream()
			.map(PageClient::location)
			.toList();

		assertThat(answers.get(0)).isEqualTo(answers.get(1)).endsWith("/edit");
		assertThat(countByTitle(this.title)).isOne();
	}

	@Test
	void copyIsADraftWithItsShowsMoved() {
		Map<String, Object> body = new HashMap<>(ConcertFixture.body(this.title, 3));
		body.put("visit", Map.of("notice", "No bags."));
		body.put("cancellationRules", List.of(Map.of("daysBefore", 5, "percent", 40)));
		long id = this.admin.post("/api/v1/concerts", body).expect(201).number("id");
		ApiClient fan = this.audience.member().comeIn(id);
		fan.hold(fan.firstShow(id), 1).expect(201);
		Answer first = this.admin.get(OFFICE + id).expect(200);
		this.admin
			.post("/api/v1/office/shows/" + first.number("/shows/1/id") + "/cancellation",
					Map.of("reason", "Ill", "dryRun", false))
			.expect(202);
		String page = "/office/concerts/" + id + "/copy";

		String edit = PageClient
			.location(this.browser.submit(page, page, "title", this.title + " 2", "firstShowOn", "2098-02-28"));

		String copied = edit.replaceAll("\\D", "");
		Answer copy = this.admin.get(OFFICE + copied).expect(200);
		assertThat(copied).isNotEqualTo(String.valueOf(id));
		assertThat(copy.text("title")).isEqualTo(this.title + " 2");
		assertThat(copy.text("status")).isEqualTo("DRAFT");
		assertThat(copy.text("/visit/notice")).isEqualTo("No bags.");
		assertThat(copy.json().at("/prices")).isEqualTo(first.json().at("/prices"));
		assertThat(copy.json().at("/cancellationRules")).isEqualTo(first.json().at("/cancellationRules"));
		assertThat(copy.json().at("/shows").size()).as("without the cancelled show").isEqualTo(2);
		assertThat(copy.number("/shows/0/seats/free")).as("nothing is held").isEqualTo(50);
		long days = daysBetween(first.text("/shows/0/startsAt"), copy.text("/shows/0/startsAt"));
		assertThat(daysBetween(first.text("/shows/2/startsAt"), copy.text("/shows/1/startsAt"))).isEqualTo(days);
		assertThat(daysBetween(first.text("salesOpenAt"), copy.text("salesOpenAt"))).isEqualTo(days);
		assertThat(copy.text("/shows/0/startsAt")).startsWith("2098-02-2");
		ApiClient.at(this.port).get("/api/v1/concerts/" + copied).expectProblem(404, "not-found");
	}

	@Test
	void copyIsMadeOncePerKeyAndRefusedWithAReason() {
		long id = ConcertFixture.onSale(this.admin, 1);
		String copies = OFFICE + id + "/copies";
		ApiClient keyed = this.admin.with("Idempotency-Key", UUID.randomUUID().toString());
		Map<String, String> wanted = Map.of("title", this.title, "firstShowOn", "2099-09-01");

		Answer made = keyed.post(copies, wanted).expect(201);
		assertThat(made.header("Location")).isEqualTo(OFFICE + made.number("id"));
		assertThat(keyed.post(copies, wanted).expect(201).number("id")).isEqualTo(made.number("id"));
		assertThat(countByTitle(this.title)).isOne();
		for (String day : List.of("2001-01-01", "1999-01-01", "2100-01-02", "9999-12-31")) {
			assertThat(this.admin.post(copies, Map.of("title", this.title, "firstShowOn", day))
				.expectProblem(400, "validation-failed")
				.text("/errors/0/field")).as(day).isEqualTo("firstShowOn");
		}
		assertThat(this.admin.post(copies, Map.of("title", " ", "firstShowOn", "2099-09-01"))
			.expectProblem(400, "validation-failed")
			.text("/errors/0/field")).isEqualTo("title");
		this.admin.post(OFFICE + "999999999/copies", wanted).expectProblem(404, "not-found");
		assertThat(countByTitle(this.title)).isOne();
		this.audience.staff(StaffRole.BOX_OFFICE, null).post(copies, wanted).expectProblem(403, "forbidden");
		assertThat(this.audience.staff(StaffRole.PROGRAMME, id).post(copies, wanted).status())
			.as("a role for one concert adds none")
			.isIn(403, 404);
		String page = "/office/concerts/" + id + "/copy";
		HttpResponse<String> refused = this.browser.submit(page, page, "title", "", "firstShowOn", "31 May");
		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(refused.body()).contains("id=\"firstShowOn-error\"", "31 May");
	}

	private Map<String, String> form() {
		Map<String, String> form = this.browser.filled(NEW, NEW);
		form.putAll(Map.of("title", this.title, "artist", "별무리 밴드", "venue", "Hall", "salesOpenAt", "2097-05-01T20:00",
				"showStartsAt", "2098-06-01T19:00", "grade", "R", "fromSeat", "1", "toSeat", "50", "price", "120000"));
		form.put("action", "save");
		return form;
	}

	private int countByTitle(String sought) {
		return this.jdbc.sql("select count(*) from concerts where title = ?")
			.param(sought)
			.query(Integer.class)
			.single();
	}

	private static long daysBetween(String from, String to) {
		return Duration.between(Instant.parse(from), Instant.parse(to)).toDays();
	}

}
