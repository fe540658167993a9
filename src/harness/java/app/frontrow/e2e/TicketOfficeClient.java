package app.frontrow.e2e;

import java.util.Map;

import app.frontrow.journey.ApiClient;

/**
 * The ticket office, which opens and closes waiting rooms.
 */
final class TicketOfficeClient {

	private final ApiClient api;

	/**
	 * Makes an office.
	 * @param api of an administrator
	 */
	TicketOfficeClient(ApiClient api) {
		this.api = api;
	}

	/** The name to log in with; the password is {@link MemberJourney#PASSWORD}. */
	String username() {
		return this.api.get("/api/v1/members/me").text("username");
	}

	/** Pauses the waiting room. */
	void shut(long concert) {
		steer(concert, "PAUSED");
	}

	/** Opens the waiting room again. */
	void open(long concert) {
		steer(concert, "OPEN");
	}

	private void steer(long concert, String mode) {
		this.api
			.put("/api/v1/admin/concerts/" + concert + "/waiting-room",
					Map.of("capacity", 100, "admissionsPerSecond", 20, "mode", mode))
			.expect(200);
	}

}
