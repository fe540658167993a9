package app.frontrow.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Checks pages in both languages and themes, at 320 px and with large letters, and
 * collects faults. Both languages have the same colours and nearly the same weight, so
 * the second one is asked only whether everything has a name and its place.
 */
final class PageCheck {

	private static final String AXE = axe();

	private static final String RUN = """
			const told = arguments[arguments.length - 1];
			axe.run({ runOnly: %s, resultTypes: ['violations'] })
			  .then((results) => told(results.violations.flatMap(({ id, nodes }) =>
			    nodes.map((node) => `${id}, ${node.target} ${node.html} ${node.failureSummary}`))))
			  .catch((failure) => told([String(failure)]));
			""";

	/** Voice control needs the visible words of a button in its name. */
	private static final String ALL_RULES = RUN
		.formatted("['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],"
				+ " rules: { 'label-content-name-mismatch': { enabled: true } }");

	private static final String COLOUR_RULES = RUN
		.formatted("{ type: 'rule', values: ['color-contrast', 'link-in-text-block'] }");

	private static final String NAME_RULES = RUN.formatted("""
			{ type: 'rule', values: ['document-title', 'html-has-lang', 'html-lang-valid', 'valid-lang', 'button-name',
			  'link-name', 'input-button-name', 'label', 'select-name', 'image-alt', 'svg-img-alt', 'aria-command-name',
			  'aria-dialog-name', 'aria-input-field-name', 'aria-progressbar-name', 'summary-name', 'empty-heading',
			  'empty-table-header', 'frame-title', 'label-content-name-mismatch'] }""");

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

	/**
	 * Moves of the page by itself; those after a change of the window's size are not its
	 * own.
	 */
	private static final String SHIFTS = """
			const observer = new PerformanceObserver(() => {});
			observer.observe({ type: 'layout-shift', buffered: true });
			const shifts = observer.takeRecords().filter(({ hadRecentInput }) => !hadRecentInput);
			""";

	private static final String SHIFT = SHIFTS + "return shifts.reduce((sum, { value }) => sum + value, 0);";

	private static final String WHAT_MOVED = SHIFTS + """
			const place = ({ x, y, width, height }) => [x, y, width, height].join(' ');
			return shifts.flatMap(({ sources }) => sources)
			  .map(({ node, previousRect, currentRect }) =>
			    `${node?.id || node?.className || node?.nodeName} from ${place(previousRect)} to ${place(currentRect)}`)
			  .join(', ');
			""";

	/** How far the page moves aside when it becomes longer than the window, in pixels. */
	private static final String ASIDE = """
			const left = () => document.querySelector('main').getBoundingClientRect().left;
			const before = left();
			const tall = document.createElement('div');
			tall.style.height = '200vh';
			document.body.append(tall);
			const moved = left() - before;
			tall.remove();
			return moved;
			""";

	/** Each link of an error summary names its field and leads to it. */
	private static final String NAMELESS_LINKS = """
			return [...document.querySelectorAll('.fault-links a, .flash-error a[href^="#"]')].filter((link) => {
			  const field = document.getElementById(link.hash.slice(1));
			  const label = document.querySelector(`label[for="${link.hash.slice(1)}"]`)?.textContent.trim();
			  return !field?.checkVisibility() || field.type === 'hidden'
			    || (label && !label.startsWith(link.textContent.trim().split(': ')[0]));
			}).map((link) => link.outerHTML).join(' ');
			""";

	/** The budget of a page, in bytes over the line with an empty cache. */
	private static final int MAX_BYTES = 70_000;

	private static final String WEIGHT = """
			return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
			  .reduce((sum, { transferSize }) => sum + transferSize, 0);
			""";

	/** Files that the browser loads before it shows anything, apart from style sheets. */
	private static final String BLOCKING = """
			return performance.getEntriesByType('resource')
			  .filter(({ renderBlockingStatus, name }) => renderBlockingStatus === 'blocking' && !name.includes('.css'))
			  .map(({ name }) => name).join(' ');
			""";

	private final Browser browser;

	private final List<String> faults = new ArrayList<>();

	private final TreeSet<String> seen = new TreeSet<>();

	private long heaviest;

	/** Checks pages that the browser opens from now on. */
	PageCheck(Browser browser) {
		this.browser = browser.beforeEachPage(AXE);
	}

	/** Opens a page, first in English with an empty cache and then in Korean. */
	PageCheck open(String template, String path) {
		this.browser.theme("light").language("en").forgetFiles().go(path);
		weight(template, path);
		shift(template, path);
		look(template, "en", true);
		this.browser.language("ko").go(path);
		shift(template, path);
		return look(template, "ko", false);
	}

	/** Looks at the page as it is. */
	PageCheck look(String template, String language) {
		this.browser.theme("light");
		return look(template, language, true);
	}

	private PageCheck look(String template, String language, boolean all) {
		this.seen.add(template);
		String page = template + " at " + this.browser.path() + " (" + language + ")";
		if (!language.equals(this.browser.script("return document.documentElement.lang"))) {
			this.faults.add(page + ": not in this language");
		}
		axe(page, all ? ALL_RULES : NAME_RULES);
		if (all) {
			this.browser.theme("dark");
			axe(page + " dark", COLOUR_RULES);
		}
		String nameless = namelessLinks(this.browser);
		if (!nameless.isEmpty()) {
			this.faults.add(page + ": links of the error summary do not name or reach their fields: " + nameless);
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

	private void shift(String template, String path) {
		double aside = ((Number) this.browser.script(ASIDE)).doubleValue();
		if (aside != 0) {
			this.faults.add(template + " at " + path + ": moves aside by " + aside + " pixels when it grows");
		}
		double shift = ((Number) this.browser.script(SHIFT)).doubleValue();
		if (shift > 0.1) {
			this.faults.add(
					template + " at " + path + ": its parts jump by " + shift + ": " + this.browser.script(WHAT_MOVED));
		}
	}

	/** The templates of all pages looked at. */
	TreeSet<String> seen() {
		return this.seen;
	}

	/** All faults so far. */
	List<String> faults() {
		return this.faults;
	}

	/** The heaviest page so far, in bytes over the line with an empty cache. */
	long heaviest() {
		return this.heaviest;
	}

	/**
	 * The links of an error summary that do not name their field or do not lead to it.
	 */
	static String namelessLinks(Browser browser) {
		return (String) browser.script(NAMELESS_LINKS);
	}

	private void weight(String template, String address) {
		String page = template + " at " + address;
		long bytes = ((Number) this.browser.script(WEIGHT)).longValue();
		this.heaviest = Math.max(this.heaviest, bytes);
		if (bytes > MAX_BYTES) {
			this.faults.add(page + ": weighs " + bytes + " bytes");
		}
		Object blocking = this.browser.script(BLOCKING);
		if (!"".equals(blocking)) {
			this.faults.add(page + ": is not shown before " + blocking);
		}
	}

	private void axe(String page, String rules) {
		List<?> violations = (List<?>) this.browser.asyncScript(rules);
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
