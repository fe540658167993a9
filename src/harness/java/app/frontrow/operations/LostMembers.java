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
	 * They are asked to log in, and no request is an error. The queue of the lost concert
	 * answers 503 for an hour, until the instance knows that the concert is gone.
	 */
	void requireLoggedOut() {
		this.programs.forEach((program) -> {
			program.get("/api/v1/members/me").expectProblem(401, "not-authenticated");
			program.charge(1_000).expectProblem(401, "not-authenticated");
		});
		this.programs
			.forEach((program) -> List.of(program.place(), program.join(this.concert), program.get("/api/v1/sessions"))
				.forEach((answer) -> require(isNoError(answer.status()), answer.response())));
		List.of("/", "/me/wallet", "/concerts/" + this.concert + "/queue").forEach((page) -> {
			HttpResponse<String> answer = this.browser.get(page);
			require(isNoError(answer.statusCode()), answer);
		});
		HttpResponse<String> account = this.browser.get("/me/account");
		require(account.statusCode() == 302 && account.headers().firstValue("Location").orElse("").contains("/login"),
				account);
	}

	/** A key of the queue in Redis. */
	String queueKey(String part) {
		return "{q:" + this.concert + "}:" + part;
	}

	private static boolean isNoError(int status) {
		return status < 500 || status == 503;
	}

	private static void require(boolean condition, HttpResponse<String> answer) {
		if (!condition) {
			throw new IllegalStateException(answer + ": " + answer.body());
		}
	}

}
