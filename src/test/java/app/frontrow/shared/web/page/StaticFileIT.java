package app.frontrow.shared.web.page;

import app.frontrow.RunningProduct;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which addresses are looked up as files. A link to a page that is looked up costs a
 * search of the class path each time it is written.
 */
@RunningProduct
class StaticFileIT {

	@Autowired
	private ResourceUrlProvider files;

	@Test
	void filesHaveATagOfTheirContentOrVersion() {
		assertThat(this.files.getForLookupPath("/css/frontrow.css")).matches("/css/frontrow-[0-9a-f]{32}\\.css");
		assertThat(this.files.getForLookupPath("/img/mark.svg")).matches("/img/mark-[0-9a-f]{32}\\.svg");
		assertThat(this.files.getForLookupPath("/webjars/htmx.org/dist/htmx.min.js"))
			.matches("/webjars/htmx\\.org/[0-9.]+/dist/htmx\\.min\\.js");
	}

	@Test
	void pagesAreNotSearchedAsFiles() {
		assertThat(this.files.getHandlerMap().keySet())
			.noneMatch((pattern) -> "/concerts/1".equals(pattern) || "/".equals(pattern) || pattern.startsWith("/*"));
	}

}
