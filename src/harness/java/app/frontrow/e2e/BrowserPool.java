package app.frontrow.e2e;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/**
 * Browsers of finished tests, for the tests that follow in the same JVM, because a new
 * one costs seconds. Each shows an empty tab and keeps nothing of the test before.
 */
final class BrowserPool implements AutoCloseable {

	/** Most tests need no more at a time. */
	private static final int MAX_IDLE = 2;

	private final Map<List<String>, Deque<Browser>> idle = new HashMap<>();

	/** The pool of all tests, which ends with the last one. */
	static BrowserPool find(ExtensionContext context) {
		return context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(BrowserPool.class))
			.computeIfAbsent(BrowserPool.class);
	}

	/** An idle browser of this kind, or a new one. */
	Browser take(List<String> kind, Supplier<Browser> start) {
		Deque<Browser> same = this.idle.getOrDefault(kind, new ArrayDeque<>());
		return same.isEmpty() ? start.get() : same.pop();
	}

	/** Keeps a browser, or ends it if it does not react any more or is not needed. */
	void giveBack(List<String> kind, Browser browser) {
		Deque<Browser> same = this.idle.computeIfAbsent(kind, (key) -> new ArrayDeque<>());
		if (same.size() < MAX_IDLE && browser.forgetAll()) {
			same.push(browser);
		}
		else {
			browser.close();
		}
	}

	@Override
	public void close() {
		this.idle.values().forEach((same) -> same.forEach(Browser::close));
		this.idle.clear();
	}

}
