package app.frontrow.members;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import app.frontrow.RunningProduct;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.journey.PageClient;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A password changes while others log in with the old one, or change it too.
 */
@RunningProduct
class PasswordRaceIT {

	private static final String OLD = "correct horse";

	private static final String NEW = "battery staple";

	private static final int THIEVES = 16;

	@LocalServerPort
	private int port;

	@RepeatedTest(3)
	@ProvesRule(rule = "A log-in with the old password does not outlive a change of the password",
			guard = "IndexedSessionRepository.index", brokenBy = "leaving out isCurrent")
	void noLogInWithTheOldPasswordSurvivesTheChange() throws Exception {
		String username = signUp();
		PageClient owner = browser(username);
		Map<String, String> form = passwordForm(owner, NEW);
		List<Callable<Runnable>> everybody = new ArrayList<>();
		everybody.add(() -> {
			HttpResponse<String> changed = owner.post("/me/account/password", form);
			return () -> assertThat(changed.statusCode()).isEqualTo(302);
		});
		for (int thief = 0; thief < THIEVES; thief++) {
			everybody.add((thief % 2 == 0) ? () -> programOf(username) : () -> browserOf(username));
		}

		List<Runnable> checks = allAtOnce(everybody);

		checks.forEach(Runnable::run);
		assertThat(owner.get("/me/account").statusCode()).isEqualTo(200);
		ApiClient.at(this.port).logIn(username, NEW).get("/api/v1/wallet").expect(200);
	}

	@Test
	@ProvesRule(rule = "Only one of two changes of a password at the same time succeeds",
			guard = "AccountRepository.changePassword", brokenBy = "leaving out the hash before")
	void oneOfTwoSimultaneousPasswordChangesWins() throws Exception {
		String username = signUp();
		List<PageClient> browsers = IntStream.range(0, 4).mapToObj((number) -> browser(username)).toList();
		List<Map<String, String>> forms = IntStream.range(0, 4)
			.mapToObj((number) -> passwordForm(browsers.get(number), "battery staple " + number))
			.toList();

		List<Integer> answers = allAtOnce(IntStream.range(0, 4)
			.<Callable<Integer>>mapToObj(
					(number) -> () -> browsers.get(number).post("/me/account/password", forms.get(number)).statusCode())
			.toList());

		List<Integer> working = IntStream.range(0, 4)
			.filter((number) -> browsers.get(number).get("/me/account").statusCode() == 200)
			.boxed()
			.toList();
		assertThat(working).as("who is still logged in, of %s", answers).hasSize(1);
		ApiClient.at(this.port).logIn(username, "battery staple " + working.get(0)).get("/api/v1/wallet").expect(200);
	}

	/** Logs in over the API, and gives back how to see that it is worth nothing. */
	private Runnable programOf(String username) {
		Answer answer = ApiClient.at(this.port).post("/api/v1/sessions", Map.of("username", username, "password", OLD));
		return () -> {
			if (answer.status() == 201) {
				ApiClient.at(this.port)
					.with("Authorization", "Bearer " + answer.text("accessToken"))
					.get("/api/v1/wallet")
					.expectProblem(401, "not-authenticated");
			}
			else {
				answer.expectProblem(401, "bad-credentials");
			}
		};
	}

	private Runnable browserOf(String username) {
		PageClient thief = PageClient.at(this.port);
		thief.logIn(username, OLD);
		return () -> assertThat(thief.get("/me/account").statusCode()).isEqualTo(302);
	}

	private String signUp() {
		String username = "racer-" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
		ApiClient.at(this.port)
			.post("/api/v1/members", Map.of("username", username, "password", OLD, "displayName", "Racer"))
			.expect(201);
		return username;
	}

	private PageClient browser(String username) {
		PageClient browser = PageClient.at(this.port);
		browser.logIn(username, OLD);
		return browser;
	}

	private static Map<String, String> passwordForm(PageClient browser, String wanted) {
		Map<String, String> form = new HashMap<>(PageClient.form(browser.get("/me/account"), "/me/account/password"));
		form.put("currentPassword", OLD);
		form.put("newPassword", wanted);
		return form;
	}

	private static <T> List<T> allAtOnce(List<Callable<T>> tasks) throws Exception {
		CyclicBarrier start = new CyclicBarrier(tasks.size());
		ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
		try {
			List<Future<T>> results = tasks.stream().map((task) -> threads.submit(() -> {
				start.await();
				return task.call();
			})).toList();
			return results.stream().map(PasswordRaceIT::get).toList();
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static <T> T get(Future<T> result) {
		try {
			return result.get();
		}
		catch (InterruptedException | ExecutionException failed) {
			throw new IllegalStateException(failed);
		}
	}

}
