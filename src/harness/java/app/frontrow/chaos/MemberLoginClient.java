package app.frontrow.chaos;

import java.util.Map;
import java.util.UUID;

import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ApiClient.Answer;

/**
 * Who a client is: logs in again whenever its session is gone, as all are when Redis
 * loses everything.
 */
final class MemberLoginClient {

	private static final String PASSWORD = "correct horse";

	private final String username = "c" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);

	private final LoadBalancedClient line;

	private volatile ApiClient client;

	private MemberLoginClient(int port, LoadBalancedClient line) {
		this.line = line;
		this.client = ApiClient.at(port);
	}

	/** A new member, logged in. */
	static MemberLoginClient signUp(ChaosEnvironment site, LoadBalancedClient line) {
		MemberLoginClient account = new MemberLoginClient(site.port(0, false), line);
		account.client
			.post("/api/v1/members",
					Map.of("username", account.username, "password", PASSWORD, "displayName", "김하늘 🎫"))
			.expect(201);
		account.logIn();
		return account;
	}

	String username() {
		return this.username;
	}

	ApiClient client() {
		return this.client;
	}

	/** Logs in again if the answer says that this is needed. */
	void noteAnswer(ClientReply reply) {
		if (reply.is("not-authenticated")) {
			this.line.figures().count("sessions lost");
			logIn();
		}
	}

	/** Logs in; leaves it at that if the product does not answer. */
	void logIn() {
		ClientReply session = this.line.send(this.client.with("Authorization", null), "POST", "/api/v1/sessions",
				Map.of("username", this.username, "password", PASSWORD));
		if (session.isDone()) {
			this.client = this.client.with("Authorization", "Bearer " + session.answer().text("accessToken"));
		}
		else if (!session.isUnknown()) {
			this.line.figures().broken("log-in refused", session.toString());
		}
	}

	/** GET that must succeed, as everything is well. */
	Answer read(String path) {
		ClientReply reply = this.line.send(this.client, "GET", path, null);
		for (int repeat = 0; repeat < 60 && !reply.isDone(); repeat++) {
			noteAnswer(reply);
			FaultInjector.sleep(1_000);
			reply = this.line.send(this.client, "GET", path, null);
		}
		if (!reply.isDone()) {
			throw new AssertionError("GET " + path + " answered " + reply);
		}
		return reply.answer();
	}

}
