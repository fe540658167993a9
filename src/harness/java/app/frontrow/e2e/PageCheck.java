package app.frontrow.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Checks the page that a browser shows in both languages and themes, at 320 px and with
 * large letters, and collects faults.
 */
final class PageCheck {

	private static final String AXE = axe();

	private static final String RUN = """
			const told = arguments[arguments.length - 1];
			const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
			axe.run({ runOnly: tags, resultTypes: ['violations'] })
			  .then((results) => told(results.violations.flatMap(({ id, nodes }) =>
			    nodes.map((node) => `${id}, ${node.target} ${node.html} ${node.failureSummary}`))))
			  .catch((failure) => told([String(failure)]));
			""";

	/** WCAG 1.4.10: an address bar's width that is 1280 at 400 %. */
	private static final int NARROW = 320;

	private static final String OVERFLOW = """
			const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
			return wide <= 0 ? '' : wide + ' px too wide: ' + [...document.querySelectorAll('body *')]
			  .filter((part) => part.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
			  .slice(0, 3).map((part) => part.cloneNode(false).outerHTML).join(' ');
			""";

	/** Without motion, only signs of work in progress may move. */
	private static final String MOVING = """
			return [...document.querySelectorAll('body *:not([aria-busy=true])')].filter((part) => {
			  const { transitionDuration, animationName, animationDuration } = getComputedStyle(part);
			  const longest = (times) => Math.max(...times.split(',').map(parseFloat));
			  return longest(transitionDuration) > 0.01 || (animationName !== 'none' && longest(animationDuration) > 0.01);
			}).slice(0, 3).map((part) => part.cloneNode(false).outerHTML).join(' ');
			""";

	private static final String SHIFT = """
			const observer = new PerformanceObserver(() => {});
			observer.observe({ type: 'layout-shift', buffered: true });
			return observer.takeRecords().reduce((sum, { value }) => sum + value, 0);
			""";

	private static final String WHAT_MOVED = """
			const observer = new PerformanceObserver(() => {});
			observer.observe({ type: 'layout-shift', buffered: true });
			return observer.takeRecords().flatMap(({ sources }) => sources)
			  .map(({ node, previousRect, currentRect }) =>
			    `${node?.id || node?.className || node?.nodeName} from ${previousRect.y} to ${currentRect.y}`).join(', ');
			""";

	private final Browser browser;

	private final List<String> faults = new ArrayList<>();

	private final TreeSet<String> seen = new TreeSet<>();

	PageCheck(Browser browser) {
		this.browser = browser;
	}

	/** Opens a page, in each language anew. */
	PageCheck open(String template, String path) {
		for (String language : List.of("en", "ko")) {
			this.browser.language(language).go(path);
			double shift = ((Number) this.browser.script(SHIFT)).doubleValue();
			if (shift > 0.1) {
				this.faults.add(template + " at " + path + ": its parts jump by " + shift + ": "
						+ this.browser.script(WHAT_MOVED));
			}
			look(template, language);
		}
		return this;
	}

	/** Looks at the page as it is. */
	PageCheck look(String template, String language) {
		this.seen.add(template);
		String page = template + " at " + this.browser.path() + " (" + language + ")";
		if (!language.equals(this.browser.script("return document.documentElement.lang"))) {
			this.faults.add(page + ": not in this language");
		}
		for (String theme : List.of("light", "dark")) {
			this.browser.theme(theme);
			axe(page + " " + theme);
		}
		Object moving = this.browser.script(MOVING);
		if (!"".equals(moving)) {
			this.faults.add(page + " moves although it should not: " + moving);
		}
		this.browser.size(NARROW, 640);
		overflow(page + " at " + NARROW + " px");
		this.browser.size(1280, 900);
		this.browser.script("document.documentElement.style.fontSize = '200%'");
		overflow(page + " with letters of 200 %");
		this.browser.script("document.documentElement.removeAttribute('style')");
		return this;
	}

	/** The templates of all pages looked at. */
	TreeSet<String> seen() {
		return this.seen;
	}

	/** All faults so far. */
	List<String> faults() {
		return this.faults;
	}

	private void axe(String page) {
		if (Boolean.FALSE.equals(this.browser.script("return 'axe' in window"))) {
			this.browser.script(AXE);
		}
		List<?> violations = (List<?>) this.browser.asyncScript(RUN);
		violations.forEach((violation) -> this.faults.add(page + ": " + violation));
	}

	private void overflow(String page) {
		Object found = this.browser.script(OVERFLOW);
		if (!"".equals(found)) {
			this.faults.add(page + ": " + found);
		}
	}

	private static String axe() {
		try (InputStream script = PageCheck.class.getResourceAsStream("/axe.min.js")) {
			return new String(script.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

}
