package app.frontrow.e2e;

import app.frontrow.journey.ProductTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A test of the running product in browsers.
 */
abstract class BrowserTest extends ProductTest {

	@RegisterExtension
	protected final BrowserExtension browsers = new BrowserExtension();

	/** Opens a browser with JavaScript. */
	protected final Browser open() {
		return this.browsers.open(this.port);
	}

}
