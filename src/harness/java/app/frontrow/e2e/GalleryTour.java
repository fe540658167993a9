package app.frontrow.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import app.frontrow.journey.ApiClient;
import org.openqa.selenium.WebElement;
import tools.jackson.databind.JsonNode;

/**
 * Walks through the demo as mina and takes pictures on the way.
 */
final class GalleryTour {

	private static final String PASSWORD = "frontrow-demo";

	private static final int CROWD = 8;

	private final Browser browser;

	private final ApiClient api;

	private final Path folder;

	private final List<String> text = new ArrayList<>();

	GalleryTour(Browser browser, int port, Path folder) {
		this.browser = browser;
		this.api = ApiClient.at(port);
		this.folder = folder;
	}

	/** The pictures as Markdown. */
	List<String> walk() throws IOException {
		long upcoming = concert("UPCOMING", 0);
		long waiting = concert("ON_SALE", 5);
		long booked = concert("ON_SALE", 4);
		desktop("/", "concerts", "en", "light", "All concerts");
		desktop("/", "concerts-dusk", "ko", "dark", "The same at dusk, in Korean");
		phone("/concerts/" + upcoming, "concert", "ko", "light", "A concert before its sale");
		phone("/signup", "signup", "en", "dark", "Signing up");
		logIn();
		crowdBefore(waiting);
		phone("/concerts/" + waiting + "/queue", "waiting-room", "ko", "dark", "The waiting room");
		this.browser.language("en").size(1280, 900).go("/concerts/" + booked).click("join-queue").at("/shows");
		phone(this.browser.path(), "dates", "en", "light", "It is your turn: choose a date");
		this.browser.size(1280, 900).click("show-link").at("/seats");
		String seats = this.browser.path();
		desktop(seats, "seats", "en", "dark", "Choosing seats", 2);
		phone(seats, "seats-phone", "ko", "light", "Choosing seats on a phone", 2);
		hold(this.browser);
		phone(this.browser.path(), "checkout", "en", "light", "Paying while the seats are held");
		desktop("/me/reservations", "tickets", "en", "light", "Tickets");
		phone("/me/wallet", "wallet", "ko", "dark", "Every won");
		desktop("/no/such/page", "error", "en", "dark", "An error in the site's own dress");
		desktop("/styleguide", "styleguide", "en", "light", "The style guide");
		this.text.add("");
		return this.text;
	}

	private void desktop(String path, String name, String language, String theme, String caption, int... seats)
			throws IOException {
		this.browser.size(1280, 900);
		picture(path, name, language, theme, caption, 720, seats);
	}

	private void phone(String path, String name, String language, String theme, String caption, int... seats)
			throws IOException {
		this.browser.size(360, 800);
		picture(path, name, language, theme, caption, 260, seats);
	}

	private void picture(String path, String name, String language, String theme, String caption, int width,
			int... seats) throws IOException {
		this.browser.language(language).theme(theme).go(path);
		IntStream.of(seats).forEach((number) -> choose(this.browser, number));
		this.browser.toTheTop();
		String file = name + ".png";
		Files.write(this.folder.resolve(file), this.browser.shot());
		this.text.add("<img src=\"gallery/" + file + "\" width=\"" + width + "\" alt=\"" + caption + "\">");
	}

	/** Chooses free seats in the middle of the hall, next to one another. */
	static void choose(Browser browser, int number) {
		List<Integer> free = IntStream.rangeClosed(1, 50)
			.filter((seat) -> "available".equals(browser.find("seat-" + seat).getAttribute("data-status")))
			.boxed()
			.toList();
		int first = free.stream()
			.filter((seat) -> IntStream.range(0, number).allMatch((next) -> free.contains(seat + next)))
			.min(Comparator.comparingInt((seat) -> Math.abs(seat % 10 - 5) + Math.abs(seat - 25)))
			.orElseThrow();
		IntStream.range(first, first + number).forEach((seat) -> browser.click("seat-" + seat));
	}

	/** Has the chosen seats held, even if that leaves one alone. */
	static void hold(Browser browser) {
		browser.click("hold-seats");
		browser.until((driver) -> {
			browser.all("hold-anyway").forEach(WebElement::click);
			return browser.path().startsWith("/reservations/");
		});
		browser.find("hold-countdown");
	}

	private void logIn() {
		this.browser.language("en").size(1280, 900).go("/login");
		this.browser.type("login-username", "mina").type("login-password", PASSWORD).click("login-submit");
		this.browser.find("logout");
	}

	/** The room is shut, people come, and mina after them. */
	private void crowdBefore(long concert) {
		ApiClient office = this.api.logIn("admin", PASSWORD);
		office
			.put("/api/v1/admin/concerts/" + concert + "/waiting-room",
					Map.of("capacity", 100, "admissionsPerSecond", 1, "mode", "PAUSED"))
			.expect(200);
		for (int person = 0; person < CROWD; person++) {
			this.api.signUpAndLogIn().join(concert).expect(201);
		}
		this.browser.go("/concerts/" + concert).click("join-queue").at("/queue").find("queue-position");
	}

	private long concert(String status, int number) {
		return concert(this.api, status, number);
	}

	/** The id of one of the demo's concerts. */
	static long concert(ApiClient api, String status, int number) {
		JsonNode found = api.get("/api/v1/concerts?status=" + status).expect(200).json().at("/items");
		return found.get(number).at("/id").longValue();
	}

}
