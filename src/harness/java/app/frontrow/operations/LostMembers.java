package app.frontrow.operations;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import app.frontrow.journey.ApiClient;
import app.frontrow.journey.MemberFixture;
import app.frontrow.journey.PageClient;

/**
 * Members who are not in the restored database. Redis still has their sessions, and the
 * queue of a concert that is lost too.
 *
 * @param programs members with access tokens
 * @param browser a browser in which a member is logged in
 * @param concert the lost concert
 */
record LostMembers(List<ApiClient> programs, PageClient browser, long concert) {

	/** So many of them are in the queue. */
	static final int QUEUE = 5;

	/**
	 * Signs up and joins the queue of the concert.
	 * @param buyer another one, who has bought a ticket
	 */
	static LostMembers create(int port, ApiClient buyer, MemberFixture audience, long concert) {
		List<ApiClient> programs = new ArrayList<>(
				IntStream.range(0, QUEUE).mapToObj((number) -> audience.member().queue(concert)).toList());
		programs.add(buyer);
		return new LostMembers(programs, PageClient.at(port).signUpAndLogIn(), concert);
	}

	/**
	 * They are asked to log in. The queue token alone still shows the place, or 503 for
	 * an hour, until the instance knows that the concert is gone.
	 */
	void requireLoggedOut() {
		this.programs.forEach((program) -> {
			program.get("/api/v1/members/me").expectProblem(401, "not-authenticated");
			program.get("/api/v1/sessions").expectProblem(401, "not-authenticated");
			program.charge(1_000).expectProblem(401, "not-authenticated");
			program.join(this.concert).expectProblem(401, "not-authenticated");
			requireNoError(program.place().status(), program.place().response());
		});
		requireNoError(this.browser.get("/").statusCode(), this.browser.get("/"));
		for (String page : List.of("/me/account", "/me/wallet")) {
			HttpResponse<String> answer = this.browser.get(page);
			require(answer.statusCode() == 302 && answer.headers().firstValue("Location").orElse("").contains("/login"),
					answer);
		}
		HttpResponse<String> queue = this.browser.get("/concerts/" + this.concert + "/queue");
		requireNoError(queue.statusCode(), queue);
	}

	/** A key of the queue in Redis. */
	String queueKey(String part) {
		return "{q:" + this.concert + "}:" + part;
	}

	private static void requireNoError(int status, HttpResponse<String> answer) {
		require(status < 500 || status == 503, answer);
	}

	private static void require(boolean condition, HttpResponse<String> answer) {
		if (!condition) {
			throw new IllegalStateException(answer + ": " + answer.body());
		}
	}

}
