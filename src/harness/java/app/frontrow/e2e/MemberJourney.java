package app.frontrow.e2e;

import java.util.UUID;

/**
 * Steps of a person, page by page.
 */
final class MemberJourney {

	static final String PASSWORD = "correct horse";

	private static final String DISPLAY_NAME = "김하늘 🎫";

	private final Browser browser;

	MemberJourney(Browser browser) {
		this.browser = browser;
	}

	/** Signs up with a made-up name and logs in, without showing a page. */
	MemberJourney signUp() {
		this.browser.signUp(username(), PASSWORD, DISPLAY_NAME);
		return this;
	}

	/** Signs up by the form, and logs in if signing up did not do so. */
	MemberJourney signUpByForm() {
		String username = username();
		this.browser.go("/signup")
			.type("signup-username", username)
			.type("signup-password", PASSWORD)
			.type("signup-display-name", DISPLAY_NAME)
			.click("signup-submit");
		this.browser.until((driver) -> !driver.getCurrentUrl().contains("/signup"));
		if (this.browser.path().startsWith("/login")) {
			this.browser.type("login-username", username).type("login-password", PASSWORD).click("login-submit");
		}
		this.browser.find("logout");
		return this;
	}

	/** Joins the waiting room of the concert. */
	MemberJourney join(long concert) {
		this.browser.go("/concerts/" + concert).click("join-queue");
		this.browser.at("/concerts/" + concert);
		return this;
	}

	/** Waits for the turn, and opens the first date's seats. */
	MemberJourney chooseDate(long concert) {
		this.browser.at("/concerts/" + concert + "/shows");
		this.browser.click("show-link").at("/seats").find("seat-1");
		return this;
	}

	/** Chooses a seat and has it held. */
	MemberJourney hold(int seat) {
		this.browser.click("seat-" + seat).click("hold-seats").at("/reservations/").find("hold-countdown");
		return this;
	}

	private static String username() {
		return "e" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
	}

}
