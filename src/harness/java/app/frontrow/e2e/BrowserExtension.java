package app.frontrow.e2e;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The browsers of one test: closed after it, with a picture of each if it failed.
 */
final class BrowserExtension implements AfterEachCallback {

	private final List<Browser> open = new ArrayList<>();

	/** Another person's browser. */
	Browser open(int port, String... options) {
		Browser browser = Browser.open(port, options);
		this.open.add(browser);
		return browser;
	}

	/** Opens a browser without JavaScript. */
	Browser openWithoutScript(int port) {
		Browser browser = Browser.openWithoutScript(port);
		this.open.add(browser);
		return browser;
	}

	@Override
	public void afterEach(ExtensionContext context) {
		for (int i = 0; i < this.open.size(); i++) {
			Browser browser = this.open.get(i);
			if (context.getExecutionException().isPresent()) {
				browser.picture(context.getRequiredTestClass().getSimpleName() + "-"
						+ context.getRequiredTestMethod().getName() + "-" + i);
			}
			browser.close();
		}
		this.open.clear();
	}

}
