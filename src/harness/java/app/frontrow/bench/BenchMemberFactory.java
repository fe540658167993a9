package app.frontrow.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Makes accounts. Those that only have to be logged in have a cheap password hash.
 */
final class BenchMemberFactory {

	static final String LOG_IN = "/api/v1/sessions";

	private static final String PASSWORD = "correct horse of the bench";

	private static final String ADMIN = "benchadmin";

	private static final String CHEAP_HASH = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);

	private static final int AT_A_TIME = 16;

	private final BenchClient client;

	private final JdbcTemplate jdbc;

	private final AtomicInteger names = new AtomicInteger();

	BenchMemberFactory(BenchClient client, JdbcTemplate jdbc) {
		this.client = client;
		this.jdbc = jdbc;
	}

	/** Signs up an administrator and logs them in. */
	LoggedInMember administrator() {
		this.client.post("/api/v1/members", Map.of(), signUp(ADMIN)).expectSuccess();
		this.jdbc.update("insert into staff_roles (member_id, role, concert_id, granted_at)"
				+ " select id, 'OWNER', 0, utc_timestamp(6) from members where username = ?", ADMIN);
		return logIn(ADMIN, null);
	}

	/** A sign-up as the API takes it. */
	static Map<String, String> signUp(String username) {
		return Map.of("username", username, "password", PASSWORD, "displayName", "김하늘");
	}

	/** Makes members and logs them in. */
	List<LoggedInMember> loggedIn(int count) {
		Map<String, UUID> accounts = create(count, CHEAP_HASH);
		List<String> usernames = List.copyOf(accounts.keySet());
		LoggedInMember[] visitors = new LoggedInMember[count];
		LoadWorkers.prepare(AT_A_TIME, count, (i) -> {
			visitors[i] = logIn(usernames.get(i), accounts.get(usernames.get(i)));
			return true;
		});
		return Arrays.asList(visitors);
	}

	/** Makes members whose password is hashed as in a sign-up. Nobody is logged in. */
	List<String> signedUp(int count) {
		return List.copyOf(create(count,
				this.jdbc.queryForObject("select password_hash from members where username = ?", String.class, ADMIN))
			.keySet());
	}

	private Map<String, UUID> create(int count, String hash) {
		Map<String, UUID> accounts = new LinkedHashMap<>();
		for (int i = 0; i < count; i++) {
			accounts.put("bench" + this.names.incrementAndGet(), UUID.randomUUID());
		}
		this.jdbc.batchUpdate(
				"insert into members (id, username, password_hash, display_name, role, created_at)"
						+ " values (?, ?, ?, 'Bench', 'MEMBER', utc_timestamp(6))",
				accounts.entrySet()
					.stream()
					.map((account) -> new Object[] { account.getValue().toString(), account.getKey(), hash })
					.toList());
		return accounts;
	}

	/** The body of a log-in. */
	static String logInBody(String username) {
		return "{\"username\": \"" + username + "\", \"password\": \"" + PASSWORD + "\"}";
	}

	/** Logs in, which may fail. */
	BenchClient.Reply tryLogIn(String username) {
		return this.client.post(LOG_IN, Map.of(), Map.of("username", username, "password", PASSWORD));
	}

	/** Logs in. */
	LoggedInMember logIn(String username, UUID id) {
		return new LoggedInMember(id, username, tryLogIn(username).expectSuccess().text("accessToken"));
	}

}
