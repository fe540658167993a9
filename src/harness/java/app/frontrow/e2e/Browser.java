package app.frontrow.e2e;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.stream.Stream;

import app.frontrow.journey.ApiClient;
import app.frontrow.journey.PageClient;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Headless Chromium with its own cookies. Elements are found by test id and waited for.
 */
final class Browser implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

	/** A new tab would start a new process, and load fonts and compile scripts anew. */
	private static final List<String> ONE_PROCESS_FOR_ALL_TABS = List.of("--renderer-process-limit=1",
			"--disable-site-isolation-trials", "--disable-features=SpareRendererForSitePerProcess");

	private static final String[] BROWSERS = { "chromium", "chromium-browser", "google-chrome",
			"google-chrome-stable" };

	/** Chromium without windows, which takes a third less of the processor. */
	private static final String SHELL = "chromium-headless-shell";

	private static final String SESSION = "frontrow-session";

	private final ChromeDriver driver;

	private int port;

	private Browser(ChromeDriver driver, int port) {
		this.driver = driver;
		visit(port);
	}

	/** A new browser with JavaScript, as on a phone if so wanted. */
	static Browser open(int port, String... more) {
		return open(port,
				new ChromeOptions().setBinary(program(SHELL).orElseGet(() -> installed(BROWSERS))).addArguments(more));
	}

	/**
	 * A new browser that runs no JavaScript. The shell has no settings that could say so.
	 */
	static Browser openWithoutScript(int port) {
		return open(port, new ChromeOptions().setBinary(installed(BROWSERS))
			.setExperimentalOption("prefs", Map.of("profile.managed_default_content_settings.javascript", 2)));
	}

	private static Browser open(int port, ChromeOptions options) {
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--in-process-gpu",
				"--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update",
				"--disable-sync", "--no-first-run", "--window-size=1280,900", "--lang=en", "--accept-lang=en");
		options.addArguments(ONE_PROCESS_FOR_ALL_TABS);
		ChromeDriverService service = new ChromeDriverService.Builder()
			.usingDriverExecutable(new File(installed("chromedriver")))
			.build();
		ChromeDriver driver = new ChromeDriver(service, options);
		driver.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(60));
		return new Browser(driver, port);
	}

	/** From now on opens pages of the product at this port. */
	Browser visit(int port) {
		this.port = port;
		return this;
	}

	/**
	 * Signs up and logs in without showing a page.
	 * @param password long enough for a new account
	 */
	Browser signUp(String username, String password, String displayName) {
		ApiClient.at(this.port)
			.post("/api/v1/members", Map.of("username", username, "password", password, "displayName", displayName))
			.expect(201);
		return logIn(username, password);
	}

	/** Logs in without showing a page. */
	Browser logIn(String username, String password) {
		PageClient client = PageClient.at(this.port);
		client.logIn(username, password);
		this.driver.executeCdpCommand("Network.setCookie", Map.of("name", SESSION, "value", client.cookie(SESSION),
				"url", address(), "httpOnly", true, "sameSite", "Lax"));
		return this;
	}

	/** Opens a page of the product. */
	Browser go(String path) {
		this.driver.get(address() + path);
		return this;
	}

	/** Waits until the element is there. */
	WebElement find(String testId) {
		return until((driver) -> all(testId).stream().findFirst().orElse(null));
	}

	/** The elements that are there now. */
	List<WebElement> all(String testId) {
		return this.driver.findElements(By.cssSelector("[data-testid='" + testId + "']"));
	}

	/** Clicks, once it can be clicked. */
	Browser click(String testId) {
		until((driver) -> {
			find(testId).click();
			return true;
		});
		return this;
	}

	/** Replaces the text of a field. */
	Browser type(String testId, String text) {
		WebElement field = find(testId);
		field.clear();
		field.sendKeys(text);
		return this;
	}

	/** The text of an element. */
	String text(String testId) {
		return until((driver) -> find(testId).getText());
	}

	/** Waits until the address contains this. */
	Browser at(String part) {
		until((driver) -> driver.getCurrentUrl().contains(part));
		return this;
	}

	/** Waits until the condition gives something. */
	<T> T until(ExpectedCondition<T> condition) {
		return new WebDriverWait(this.driver, PATIENCE, POLL_INTERVAL).ignoring(StaleElementReferenceException.class)
			.ignoring(ElementClickInterceptedException.class)
			.until((driver) -> applyOnce(condition, driver));
	}

	/** An element that a page replaces while the driver reads it is a stale one, too. */
	private static <T> T applyOnce(ExpectedCondition<T> condition, WebDriver driver) {
		try {
			return condition.apply(driver);
		}
		catch (WebDriverException failure) {
			if (String.valueOf(failure.getMessage()).contains("does not belong to the document")) {
				throw new StaleElementReferenceException(failure.getMessage(), failure);
			}
			throw failure;
		}
	}

	/** Runs a script before those of each page that is opened from now on. */
	Browser beforeEachPage(String script) {
		this.driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
		return this;
	}

	/** The driver, for everything else. */
	WebDriver driver() {
		return this.driver;
	}

	/** Runs a script in the page and returns its result. */
	Object script(String script, Object... arguments) {
		return this.driver.executeScript(script, arguments);
	}

	/** Runs a script that calls its last argument with its result. */
	Object asyncScript(String script) {
		return this.driver.executeAsyncScript(script);
	}

	/** Warnings and errors of the console since the last call. */
	List<String> complaints() {
		return this.driver.manage()
			.logs()
			.get(LogType.BROWSER)
			.getAll()
			.stream()
			.filter((entry) -> entry.getLevel().intValue() >= Level.WARNING.intValue())
			.map(LogEntry::getMessage)
			.toList();
	}

	/** The path of the page shown. */
	String path() {
		return this.driver.getCurrentUrl().substring(address().length());
	}

	/** From the next page on, asks for this language. */
	Browser language(String language) {
		this.driver.executeCdpCommand("Network.enable", Map.of());
		this.driver.executeCdpCommand("Network.setExtraHTTPHeaders",
				Map.of("headers", Map.of("Accept-Language", language)));
		return this;
	}

	/** Prefers the light or the dark theme from now on, and no motion. */
	Browser theme(String scheme) {
		this.driver.executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme),
						Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
		return this;
	}

	/** Shows pages as wide and high as this, in CSS pixels. */
	Browser size(int width, int height) {
		this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
		return this;
	}

	/** Keeps the files that pages offer in this folder. */
	Browser downloadTo(Path folder) {
		this.driver.executeCdpCommand("Browser.setDownloadBehavior",
				Map.of("behavior", "allow", "downloadPath", folder.toAbsolutePath().toString()));
		return this;
	}

	/**
	 * Forgets pictures, styles and scripts, but no cookies. The service worker does not
	 * answer for the server from now on.
	 */
	Browser forgetFiles() {
		this.driver.executeCdpCommand("Network.enable", Map.of());
		this.driver.executeCdpCommand("Network.setBypassServiceWorker", Map.of("bypass", true));
		this.driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
		return this;
	}

	/**
	 * Slows the network down from now on.
	 * @param latency milliseconds of each request; 0 for none
	 * @param kilobits per second in each direction; 0 for no limit
	 */
	Browser network(int latency, int kilobits) {
		int bytes = (kilobits > 0) ? kilobits * 125 : -1;
		this.driver.executeCdpCommand("Network.enable", Map.of());
		this.driver.executeCdpCommand("Network.emulateNetworkConditions",
				Map.of("offline", false, "latency", latency, "downloadThroughput", bytes, "uploadThroughput", bytes));
		return this;
	}

	/** Scrolls to the beginning of the page. */
	Browser toTheTop() {
		this.driver.executeScript("scrollTo(0, 0)");
		return this;
	}

	/** A picture of the visible part, as PNG. */
	byte[] shot() {
		return this.driver.getScreenshotAs(OutputType.BYTES);
	}

	/** Keeps a picture of the page below {@code target/screenshots}. */
	void picture(String name) {
		try {
			Path folder = Files.createDirectories(Path.of("target", "screenshots"));
			Files.write(folder.resolve(name + ".png"), this.driver.getScreenshotAs(OutputType.BYTES));
			Files.writeString(folder.resolve(name + ".html"), this.driver.getPageSource());
		}
		catch (Exception unable) {
			System.err.println("No picture of " + name + ": " + unable.getMessage());
		}
	}

	/**
	 * Makes this like a new browser. Most settings end with their tab; the rest is
	 * deleted.
	 * @return false if the browser does not react any more
	 */
	boolean forgetAll() {
		try {
			this.driver.deleteNetworkConditions();
			replaceTabs();
			this.driver.executeCdpCommand("Storage.clearDataForOrigin",
					Map.of("origin", address(), "storageTypes", "all"));
			this.driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
			this.driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
			this.driver.executeCdpCommand("Browser.resetPermissions", Map.of());
			this.driver.executeCdpCommand("Browser.setDownloadBehavior", Map.of("behavior", "default"));
			complaints();
			return true;
		}
		catch (WebDriverException failure) {
			return false;
		}
	}

	private void replaceTabs() {
		Set<String> old = this.driver.getWindowHandles();
		String empty = this.driver.switchTo().newWindow(WindowType.TAB).getWindowHandle();
		for (String tab : old) {
			this.driver.switchTo().window(tab).close();
		}
		this.driver.switchTo().window(empty);
	}

	@Override
	public void close() {
		this.driver.quit();
	}

	private String address() {
		return "http://localhost:" + this.port;
	}

	private static String installed(String... names) {
		return program(names)
			.orElseThrow(() -> new IllegalStateException("None of " + List.of(names) + " is on the PATH"));
	}

	/** The first of these programs that is on the PATH. */
	static Optional<String> program(String... names) {
		return Stream.of(names)
			.flatMap((name) -> Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
				.map((folder) -> new File(folder, name)))
			.filter(File::canExecute)
			.map(File::getPath)
			.findFirst();
	}

}
