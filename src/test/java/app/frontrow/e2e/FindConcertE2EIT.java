package app.frontrow.e2e;

import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.IntStream;

import app.frontrow.catalogue.concert.ConcertDraft;
import app.frontrow.catalogue.concert.ConcertTranslation;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.catalogue.concert.VisitDetails;
import app.frontrow.journey.ConcertFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * People find a concert by its month, venue and state, and by what they type.
 */
class FindConcertE2EIT extends BrowserTest {

	/** One page of the list and one concert more. */
	private static final int CONCERTS = 13;

	private final String venue = "Hall " + UUID.randomUUID();

	private final YearMonth month = YearMonth.from(start().atZone(Show.ZONE));

	@BeforeEach
	void concertsOfOneVenue() {
		IntStream.range(0, CONCERTS).forEach((number) -> this.programme.register(concert(number)));
	}

	@Test
	void withoutJavaScriptTheFiltersAreAFormAndStayOverPages() {
		Browser browser = this.browsers.openWithoutScript(this.port).go("/");
		choose(browser, "filter-month", this.month.toString());
		choose(browser, "filter-venue", this.venue);
		choose(browser, "filter-status", "ON_SALE");
		choose(browser, "sort", "PRICE");
		browser.driver().findElement(By.cssSelector("form[role=search] button")).click();
		browser.at("filter-venue=Hall");

		assertThat(browser.all("concert-card")).hasSize(12);
		browser.driver().findElement(By.cssSelector("a[rel=next]")).click();
		browser.at("page=1");
		assertThat(browser.all("concert-card")).hasSize(1);
		assertThat(chosen(browser, "filter-month")).isEqualTo(this.month.toString());
		assertThat(chosen(browser, "filter-venue")).isEqualTo(this.venue);
		assertThat(chosen(browser, "filter-status")).isEqualTo("ON_SALE");
		assertThat(chosen(browser, "sort")).isEqualTo("PRICE");
	}

	@Test
	void withJavaScriptAChoiceShowsItsResultsAtOnce() {
		Browser browser = open().go("/");
		choose(browser, "filter-venue", this.venue);
		browser.until((driver) -> browser.all("concert-card").size() == 12);
		browser.at("/?filter-venue=Hall");

		browser.driver().findElement(By.id("q")).sendKeys("ㄱㅎㅅㄹ 5");
		browser.until((driver) -> browser.all("concert-card").size() == 1);
		assertThat(browser.text("concert-card")).contains("고향 소리 5");
		assertThat(chosen(browser, "filter-venue")).isEqualTo(this.venue);
	}

	@Test
	void detailsOfAConcertAreShownInTheLanguageOfTheReader() {
		ConcertDraft draft = concert(0);
		long id = this.programme.register(
				new ConcertDraft(draft.title(), draft.artist(), draft.venue(), "", draft.salesOpenAt(), draft.shows(),
						draft.prices(), new ConcertTranslation("en", "Sounds of home </script>", null, null, null),
						new VisitDetails("1 Street", "https://maps.example/", 30, 90, 8, "No refunds")));
		Browser browser = open().go("/concerts/" + id);

		assertThat(browser.driver().getTitle()).startsWith("Sounds of home </script>");
		assertThat(browser.text("visit")).contains("30 minutes before the start", "About 90 minutes", "8 and over",
				"1 Street", "No refunds");
		assertThat(
				browser.script("return JSON.parse(document.querySelector('[type=\"application/ld+json\"]').text).name"))
			.isEqualTo("Sounds of home </script>");
		assertThat(browser.complaints()).isEmpty();

		Browser without = this.browsers.openWithoutScript(this.port).language("ko").go("/concerts/" + id);
		assertThat(without.driver().getTitle()).startsWith(draft.title());
		assertThat(without.text("visit")).contains("공연 시작 30분 전", "약 90분", "8세 이상");
	}

	private static void choose(Browser browser, String list, String value) {
		new Select(browser.find(list)).selectByValue(value);
	}

	private static String chosen(Browser browser, String list) {
		return new Select(browser.find(list)).getFirstSelectedOption().getDomProperty("value");
	}

	private static Instant start() {
		return ConcertFixture.draft(Instant.now(), 1).shows().get(0);
	}

	private ConcertDraft concert(int number) {
		ConcertDraft draft = ConcertFixture.draft(Instant.now().minus(1, ChronoUnit.HOURS), 1);
		return new ConcertDraft("고향 소리 " + number, draft.artist(), this.venue, "", draft.salesOpenAt(), draft.shows(),
				draft.prices());
	}

}
