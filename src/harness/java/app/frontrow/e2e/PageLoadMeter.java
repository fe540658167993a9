package app.frontrow.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.openqa.selenium.HasCapabilities;

/**
 * Measures a page in a browser: first paint, bytes, requests and layout shift. The
 * figures are medians of several visits with an empty and with a full cache.
 */
final class PageLoadMeter {

	private static final int TIMES = 5;

	private static final String LOOK = """
			const told = arguments[arguments.length - 1];
			const done = () => setTimeout(() => {
			  let shift = 0;
			  let largest = 0;
			  const paints = new PerformanceObserver(() => {});
			  paints.observe({ type: 'largest-contentful-paint', buffered: true });
			  paints.takeRecords().forEach((entry) => { largest = entry.startTime; });
			  const observer = new PerformanceObserver(() => {});
			  observer.observe({ type: 'layout-shift', buffered: true });
			  observer.takeRecords().forEach((entry) => { shift += entry.hadRecentInput ? 0 : entry.value; });
			  const fetched = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
			  told({
			    paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
			    bytes: fetched.reduce((sum, entry) => sum + entry.transferSize, 0),
			    requests: fetched.filter((entry) => entry.transferSize > 0).length,
			    shift, largest });
			}, 500);
			if (document.readyState === 'complete') { done(); } else { addEventListener('load', done); }
			""";

	private final Browser browser;

	private final long concert;

	private final List<String> text = new ArrayList<>();

	PageLoadMeter(Browser browser, long concert) {
		this.browser = browser;
		this.concert = concert;
	}

	/** The figures as Markdown. */
	List<String> measure() {
		heading();
		page("all concerts", "/");
		page("one concert", "/concerts/" + this.concert);
		page("log in", "/login");
		this.browser.go("/login").type("login-username", "joon").type("login-password", "frontrow-demo");
		this.browser.click("login-submit").find("logout");
		this.browser.go("/concerts/" + this.concert).click("join-queue").at("/shows");
		page("dates", this.browser.path());
		this.browser.click("show-link").at("/seats");
		page("seats", this.browser.path());
		GalleryTour.choose(this.browser, 1);
		GalleryTour.hold(this.browser);
		page("checkout", this.browser.path());
		page("my tickets", "/me/reservations");
		page("wallet", "/me/wallet");
		this.text.add("");
		return this.text;
	}

	private void heading() {
		Object chromium = ((HasCapabilities) this.browser.driver()).getCapabilities().getBrowserVersion();
		this.text.addAll(List.of("## What a page costs", "",
				"Medians of %d visits, 1280 by 900, of the packaged jar on the embedded stores: Java %s, Chromium %s, %d cores of %s, no"
					.formatted(TIMES, System.getProperty("java.version"), chromium,
							Runtime.getRuntime().availableProcessors(), System.getProperty("os.arch")),
				"network in between. Bytes are those over the line with headers; *cold* is an empty cache, *warm* a second visit.",
				"Layout shift is the sum over the first half second after loading. *Slow line* is the largest contentful paint with an empty cache,",
				"360 by 800, at 500 kbit/s and 400 ms for each request.", "",
				"| page | first paint cold | warm | bytes cold | warm | requests cold | warm | layout shift | slow line |",
				"|---|--:|--:|--:|--:|--:|--:|--:|--:|"));
	}

	private void page(String name, String path) {
		this.browser.go(path);
		List<Map<?, ?>> cold = IntStream.range(0, TIMES).<Map<?, ?>>mapToObj((time) -> {
			this.browser.forgetFiles();
			return visit(path);
		}).toList();
		List<Map<?, ?>> warm = IntStream.range(0, TIMES).<Map<?, ?>>mapToObj((time) -> visit(path)).toList();
		List<Map<?, ?>> slow = IntStream.range(0, TIMES).<Map<?, ?>>mapToObj((time) -> visitSlowly(path)).toList();
		this.text.add(String.format(Locale.ROOT,
				"| %s | %.0f ms | %.0f ms | %,.0f | %,.0f | %.0f | %.0f | %.3f | %.0f ms |", name,
				median(cold, "paint"), median(warm, "paint"), median(cold, "bytes"), median(warm, "bytes"),
				median(cold, "requests"), median(warm, "requests"), median(cold, "shift"), median(slow, "largest")));
	}

	private Map<?, ?> visit(String path) {
		this.browser.go("/actuator/health").go(path);
		return (Map<?, ?>) this.browser.asyncScript(LOOK);
	}

	private Map<?, ?> visitSlowly(String path) {
		this.browser.size(360, 800).go("/actuator/health").forgetFiles().network(400, 500);
		Map<?, ?> figures = (Map<?, ?>) this.browser.go(path).asyncScript(LOOK);
		this.browser.network(0, 0).size(1280, 900);
		return figures;
	}

	private static double median(List<Map<?, ?>> visits, String figure) {
		Function<Map<?, ?>, Double> value = (visit) -> ((Number) visit.get(figure)).doubleValue();
		return visits.stream().map(value).sorted().skip(TIMES / 2).findFirst().orElseThrow();
	}

}
