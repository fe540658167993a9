package app.frontrow.site;

import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MarkdownRendererTests {

	private final MarkdownRenderer renderer = new MarkdownRenderer();

	@Test
	void markdownBecomesHtmlBelowTheHeadingOfThePage() {
		assertThat(this.renderer.render("# One\n\n### Two\n\n- **a**\n- [b](/help)"))
			.contains("<h2>One</h2>", "<h3>Two</h3>", "<strong>a</strong>", "href=\"/help\"")
			.doesNotContain("<h1");
	}

	@Test
	@ProvesRule(rule = "HTML in a text of the site is shown as it was typed", guard = "MarkdownRenderer",
			brokenBy = "leaving out escapeHtml")
	@ProvesRule(rule = "A text of the site links to web and mail addresses only", guard = "MarkdownRenderer",
			brokenBy = "leaving out urlSanitizer")
	void textRunsNoCodeAndLoadsNothing() {
		String html = this.renderer.render("""
				<script>alert(1)</script> a <img src=x onerror=alert(1)>

				[x](javascript:alert(1)) [y](data:text/html,z) ![logo **b**](https://other.example/pixel)

				<iframe src="https://other.example"></iframe>
				""");

		assertThat(html).doesNotContain("<script", "<img", "<iframe", "javascript:", "data:text")
			.contains("&lt;script&gt;", "logo", "<strong>b</strong>");
	}

	@Test
	void deepNestingIsCutOff() {
		assertThat(this.renderer.render(">".repeat(20_000) + "deep")).contains("deep");
		assertThat(this.renderer.render("*a ".repeat(3_000) + "b" + " c*".repeat(3_000))).contains("b");
		assertThat(this.renderer.render("[".repeat(10_000) + "]".repeat(10_000))).isNotEmpty();
	}

}
