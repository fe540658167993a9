package app.frontrow.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The browsers of one test. If the test failed, a picture of each is kept. A later test
 * may use the same browsers, without their data.
 */
final class BrowserExtension implements BeforeEachCallback, AfterEachCallback {

	private final List<OpenBrowser> open = new ArrayList<>();

	private BrowserPool pool;

	/** Another person's browser. */
	Browser open(int port, String... options) {
		return open(List.of(options), port, () -> Browser.open(port, options));
	}

	/** Opens a browser without JavaScript. */
	Browser openWithoutScript(int port) {
		return open(List.of("no JavaScript"), port, () -> Browser.openWithoutScript(port));
	}

	private Browser open(List<String> kind, int port, Supplier<Browser> start) {
		Browser browser = this.pool.take(kind, start).visit(port);
		this.open.add(new OpenBrowser(kind, browser));
		return browser;
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		this.pool = BrowserPool.find(context);
	}

	@Override
	public void afterEach(ExtensionContext context) {
		for (int i = 0; i < this.open.size(); i++) {
			OpenBrowser used = this.open.get(i);
			if (context.getExecutionException().isPresent()) {
				used.browser.picture(context.getRequiredTestClass().getSimpleName() + "-"
						+ context.getRequiredTestMethod().getName() + "-" + i);
			}
			this.pool.giveBack(used.kind, used.browser);
		}
		this.open.clear();
	}

	private record OpenBrowser(List<String> kind, Browser browser) {
	}

}
