package app.frontrow.office;

import java.net.http.HttpResponse;
import java.util.List;

import app.frontrow.journey.PageClient;
import app.frontrow.journey.ProductTest;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.StaffRole;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.site.SitePage;
import app.frontrow.site.SiteText;
import app.frontrow.site.SiteTextService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Help, terms and privacy: everybody reads them, the programme writes them, and the
 * seller stands below each page.
 */
@Tag("database")
@TestPropertySource(properties = { "frontrow.seller.name=주식회사 앞줄 <&>", "frontrow.seller.representative=김하늘",
		"frontrow.seller.business-number=123-45-67890", "frontrow.seller.phone= " })
class SiteTextIT extends ProductTest {

	private static final String EDIT = "/office/texts/help/en";

	@Autowired
	private SiteTextService texts;

	@AfterEach
	void shippedTexts() {
		this.jdbc.sql("delete from site_texts").update();
	}

	@Test
	void everyPageHasATextInBothLanguages() {
		for (String language : List.of("ko", "en")) {
			PageClient visitor = PageClient.at(this.port);
			visitor.submit("/", "/language", "language", language);
			for (String page : List.of("/help", "/terms", "/privacy")) {
				assertThat(visitor.get(page).body()).as(page).contains("<h2>", "lang=\"" + language + "\"");
			}
			String footer = visitor.get("/").body();
			assertThat(footer).contains("href=\"/help\"", "href=\"/terms\"", "href=\"/privacy\"",
					"주식회사 앞줄 &lt;&amp;&gt;", "김하늘", "123-45-67890");
			assertThat(footer).as("what is not set")
				.doesNotContain("통신판매업신고번호", "Mail-order registration", "Phone", "전화<");
		}
	}

	@Test
	@ProvesRule(rule = "A changed text is shown and is in the trail", guard = "SiteTextService.change",
			brokenBy = "publishing no event")
	void programmeChangesAText() {
		PageClient programme = PageClient.at(this.port);
		programme.logIn(this.audience.staffAccount(StaffRole.PROGRAMME, null), "correct horse");
		await().until(() -> programme.get("/office/texts").body().contains(EDIT));

		HttpResponse<String> saved = programme.submit(EDIT, EDIT, "markdown",
				"## Changed\r\n\r\n<b>bold</b> [x](javascript:alert(1))");
		assertThat(saved.statusCode()).isEqualTo(302);
		assertThat(programme.get("/help").body()).contains("<h2>Changed</h2>", "&lt;b&gt;bold&lt;/b&gt;")
			.doesNotContain("javascript:alert");
		assertThat(this.texts.get(SitePage.HELP, "en").version()).isOne();
		assertThat(this.jdbc
			.sql("select count(*) from trail_entries where what = 'text-changed' and subject = 'text:help-en'"
					+ " and after_change like '%Changed%'")
			.query(Long.class)
			.single()).isPositive();

		HttpResponse<String> empty = programme.submit(EDIT, EDIT, "markdown", " ");
		assertThat(empty.statusCode()).isEqualTo(400);
		assertThat(empty.body()).contains("href=\"#markdown\"", "id=\"markdown-error\"", "<title>Error: ");
		assertThat(programme.get("/office/texts/nothing/en").statusCode()).isEqualTo(404);
		assertThat(programme.get("/office/texts/help/fr").statusCode()).isEqualTo(404);
	}

	@Test
	@ProvesRule(rule = "Of two editors of a text the second is told", guard = "SiteTextRepository.save",
			brokenBy = "leaving out the version")
	void secondEditorIsTold() {
		this.texts.change(new SiteText(SitePage.TERMS, "ko", "## 첫째", 0));

		for (int version : new int[] { 0, 2 }) {
			assertThatExceptionOfType(InvalidInputException.class)
				.isThrownBy(() -> this.texts.change(new SiteText(SitePage.TERMS, "ko", "## 둘째", version)));
		}
		assertThat(this.texts.getHtml(SitePage.TERMS, "ko")).contains("첫째");
		this.texts.change(new SiteText(SitePage.TERMS, "ko", "## 둘째", 1));
		assertThat(this.texts.getHtml(SitePage.TERMS, "ko")).contains("둘째");
	}

}
