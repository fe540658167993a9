package app.frontrow.e2e;

import java.util.Map;
import java.util.UUID;

import app.frontrow.journey.ApiClient;
import app.frontrow.members.Members;
import app.frontrow.members.Role;

/**
 * Somebody at the ticket office, who may steer waiting rooms.
 */
final class Office {

	private final String username = "a" + UUID.randomUUID().toString().substring(0, 13);

	private final ApiClient api;

	Office(int port, Members members) {
		members.register(this.username, Fan.PASSWORD, "매표소", Role.ADMIN);
		this.api = ApiClient.at(port).logIn(this.username, Fan.PASSWORD);
	}

	/** The name to log in with; the password is {@link Fan#PASSWORD}. */
	String username() {
		return this.username;
	}

	/** Lets nobody in from now on. */
	void shut(long concert) {
		steer(concert, "PAUSED");
	}

	/** Lets people in again. */
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
