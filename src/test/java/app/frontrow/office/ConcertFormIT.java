package app.frontrow.office;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.PageClient;
import app.frontrow.journey.ProductTest;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.StaffRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The form that makes and changes concerts, without scripts.
 */
class ConcertFormIT extends ProductTest {

	private static final String NEW = "/office/concerts/new";

	private PageClient browser;

	private ApiClient visitor;

	private String title;

	@BeforeEach
	void programmeIsLoggedIn() {
		this.browser = editor();
		this.visitor = ApiClient.at(this.port);
		this.title = "밤의 행진 " + UUID.randomUUID();
	}

	@Test
	@ProvesRule(rule = "Only the ticket office sees a draft", guard = "ConcertReader.CONCERTS",
			brokenBy = "leaving out announced")
	void draftIsInvisibleUntilItIsAnnounced() {
		String edit = PageClient.location(send(NEW, "save", Map.of()));
		String id = edit.replaceAll("\\D", "");
		assertThat(this.browser.get("/office?q=" + this.title.substring(6)).body())
			.contains("data-id=\"" + id + "\" data-status=\"DRAFT\"");
		assertThat(this.browser.get("/office/concerts/" + id + "/preview").body()).contains(this.title);
		this.visitor.get("/api/v1/concerts/" + id).expectProblem(404, "not-found");
		assertThat(this.visitor.get("/api/v1/concerts").response().body()).doesNotContain(this.title);
		assertThat(this.browser.get("/concerts/" + id).statusCode()).isEqualTo(404);

		assertThat(PageClient.location(send(edit, "announce", Map.of()))).isEqualTo(edit);

		await().until(() -> this.visitor.get("/api/v1/concerts/" + id).status() == 200);
		assertThat(this.visitor.get("/api/v1/concerts/" + id).text("title")).isEqualTo(this.title);
		assertThat(this.browser.get("/office?q=" + this.title.substring(6)).body())
			.contains("data-id=\"" + id + "\" data-status=\"ANNOUNCED\"");
	}

	@Test
	@ProvesRule(rule = "The second of two editors is told, and loses nothing", guard = "ConcertEntity.requireVersion",
			brokenBy = "leaving out the comparison")
	void secondEditorIsToldAndLosesNothing() {
		String edit = PageClient.location(send(NEW, "announce", Map.of()));
		Map<String, String> second = this.browser.filled(edit, edit);
		send(edit, "save", Map.of("venue", "Hall of the first"));
		second.putAll(fields());
		second.putAll(Map.of("action", "save", "description", "Text of the second"));

		HttpResponse<String> told = this.browser.post(edit, second);

		assertThat(told.statusCode()).isEqualTo(412);
		assertThat(told.body()).contains("data-testid=\"version-conflict\"", "Hall of the first", "Text of the second");
		second.putAll(PageClient.form(told, edit));
		assertThat(PageClient.location(this.browser.post(edit, second))).isEqualTo(edit);
		assertThat(this.browser.get(edit).body()).contains("Text of the second").doesNotContain("Hall of the first");
	}

	@Test
	void seriesAddsTheDaysOfTheWeek() {
		String page = send(NEW, "add-series", Map.of("seriesFrom", "2098-05-01", "seriesTo", "2098-05-31",
				"seriesWeekday", "FRIDAY", "seriesTime", "19:30"))
			.body();

		assertThat(page).contains("2098-05-02T19:30", "2098-05-09T19:30", "2098-05-16T19:30", "2098-05-23T19:30",
				"2098-05-30T19:30", this.title);
		assertThat(page.split("data-testid=\"show-starts-at\"")).hasSize(7);
		assertThat(send(NEW, "add-series", Map.of("seriesFrom", "2098-05-01")).statusCode()).isEqualTo(400);
	}

	@Test
	void faultsAreShownBesideTheirFieldsAndTheInputIsKept() {
		HttpResponse<String> page = send(NEW, "save", Map.of("salesOpenAt", "tomorrow", "venue", "Kept hall"));
		assertThat(page.statusCode()).isEqualTo(400);
		assertThat(page.body()).contains("id=\"salesOpenAt-error\"", "Kept hall");
		page = send(NEW, "save", Map.of("toSeat", "49", "title", ""));
		assertThat(page.body()).contains("id=\"prices-error\"", "id=\"title-error\"");
		assertThat(send(NEW, "save", Map.of("price", "many")).body()).contains("id=\"prices-error\"");
	}

	@Test
	void concertWithSalesKeepsItsPricesAndItsShows() {
		long concert = ConcertFixture.onSale(this.programme, 1);
		ApiClient fan = this.audience.member().comeIn(concert);
		fan.hold(fan.firstShow(concert), 1).expect(201);
		String edit = "/office/concerts/" + concert + "/edit";

		HttpResponse<String> page = send(edit, "save", Map.of("salesOpenAt", "2020-01-01T00:00"));

		assertThat(page.statusCode()).isEqualTo(409);
		assertThat(page.body()).contains("concert-has-sales", this.title);
		assertThat(PageClient.location(this.browser.submit(edit, "/office/concerts/" + concert + "/withdraw")))
			.isEqualTo(edit);
		this.visitor.get("/api/v1/concerts/" + concert).expect(200);
	}

	@Test
	@ProvesRule(rule = "A change of another version than the one that was read is refused",
			guard = "IfMatchReader.readVersion", brokenBy = "answering null")
	void programNamesTheVersionItHasRead() {
		ApiClient admin = this.audience.admin();
		String concert = "/api/v1/concerts/" + ConcertFixture.onSale(admin, 1);
		String office = concert.replace("/concerts", "/office/concerts");
		String tag = admin.get(office).expect(200).header("ETag");
		Map<String, Object> body = new HashMap<>(ConcertFixture.body(this.title, 1));

		admin.with("If-Match", tag).put(concert, body).expect(200);
		assertThat(
				admin.with("If-Match", tag).put(concert, body).expectProblem(412, "version-conflict").number("version"))
			.isEqualTo(2);
		admin.with("If-Match", "\"2\"").put(concert, body).expect(200);
		admin.with("If-Match", "\"other\"").put(concert, body).expectProblem(412, "version-conflict");
		admin.with("If-Match", "*").put(concert, body).expect(200);
		body.put("status", "DRAFT");
		admin.put(concert, body).expectProblem(400, "validation-failed");
		long draft = admin.post("/api/v1/concerts", body).expect(201).number("id");
		assertThat(admin.get("/api/v1/office/concerts/" + draft).text("status")).isEqualTo("DRAFT");
		this.visitor.get("/api/v1/concerts/" + draft).expectProblem(404, "not-found");
	}

	@Test
	void cancellationRulesAreTyped() {
		assertThat(this.browser.get(NEW).body().split("data-testid=\"rule-days\"")).as("the guideline").hasSize(6);
		String edit = PageClient.location(send(NEW, "announce", Map.of("ruleDays", "5", "rulePercent", "40")));
		String office = "/api/v1/office/concerts/" + edit.replaceAll("\\D", "");
		ApiClient admin = this.audience.admin();

		assertThat(admin.get(office).json().at("/cancellationRules").toString())
			.isEqualTo("[{\"daysBefore\":5,\"percent\":40}]");
		for (Map<String, String> wrong : List.of(Map.of("ruleDays", "five", "rulePercent", "40"),
				Map.of("ruleDays", "5", "rulePercent", "101"), Map.of("ruleDays", "-1", "rulePercent", "1"))) {
			HttpResponse<String> refused = send(edit, "save", wrong);
			assertThat(refused.statusCode()).isEqualTo(400);
			assertThat(refused.body()).contains("id=\"rules-error\"", wrong.get("ruleDays"));
		}
		assertThat(send(edit, "add-rule", Map.of("ruleDays", "5", "rulePercent", "40")).body()
			.split("data-testid=\"rule-days\"")).hasSize(3);
		send(edit, "save", Map.of("ruleDays", "", "rulePercent", ""));
		assertThat(admin.get(office).number("/cancellationRules/0/daysBefore")).isEqualTo(10);
	}

	private PageClient editor() {
		PageClient editor = PageClient.at(this.port);
		editor.logIn(this.audience.staffAccount(StaffRole.PROGRAMME, null), "correct horse");
		await().until(() -> editor.get("/office").statusCode() == 200);
		return editor;
	}

	/** Sends the form of a page with a whole concert and these changes. */
	private HttpResponse<String> send(String page, String action, Map<String, String> changes) {
		Map<String, String> form = this.browser.filled(page, page);
		form.putAll(fields());
		form.put("action", action);
		form.putAll(changes);
		return this.browser.post(page, form);
	}

	private Map<String, String> fields() {
		return new HashMap<>(Map.of("title", this.title, "artist", "별무리 밴드", "venue", "Hall", "description", "A night.",
				"salesOpenAt", "2097-05-01T20:00", "showStartsAt", "2098-06-01T19:00", "grade", "R", "fromSeat", "1",
				"toSeat", "50", "price", "120000"));
	}

}
