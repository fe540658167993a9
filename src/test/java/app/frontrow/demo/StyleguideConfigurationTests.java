package app.frontrow.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.PageOf;
import app.frontrow.shared.web.page.PageSlice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * The style guide shows every part that the style sheet knows.
 */
@PageSlice(StyleguideConfiguration.class)
@Import(StyleguideConfiguration.class)
class StyleguideConfigurationTests {

	private static final Path STYLES = Path.of("src", "main", "resources", "static", "css", "frontrow.css");

	private static final Pattern CLASS = Pattern.compile("\\.([a-z][a-z0-9-]*)(?=[^{}]*\\{)");

	@Autowired
	private MockMvc pages;

	@MockitoBean
	private CatalogueQueryService catalogue;

	@BeforeEach
	void noConcerts() {
		given(this.catalogue.search(any(), any(), anyInt(), anyInt())).willReturn(PageOf.of(List.of(), 0, 8, 0));
	}

	@Test
	@ProvesRule(rule = "The style guide shows every part of the style sheet",
			brokenBy = "adding a class to the style sheet")
	void showsEveryPartInBothThemes() throws Exception {
		String page = this.pages.perform(get("/styleguide")).andReturn().getResponse().getContentAsString();
		String template = Files
			.readString(Path.of("src", "harness", "resources", "templates", "demo", "styleguide.html"));

		assertThat(page).contains("theme-light", "theme-dark", "Use 3 to 30 letters", "id=\"lightWrong-error\"",
				"id=\"darkWrong-error\"");
		assertThat(parts()).hasSizeGreaterThan(60)
			.allSatisfy((part) -> assertThat(page + template).containsPattern("class=\"[^\"]*\\b" + part + "\\b"));
	}

	private static Set<String> parts() throws IOException {
		String styles = Files.readString(STYLES).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("@import[^;]*;", "");
		Set<String> parts = new TreeSet<>();
		CLASS.matcher(styles).results().forEach((found) -> parts.add(found.group(1)));
		return parts;
	}

}
