package app.frontrow.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.shared.StaffRole;
import org.awaitility.Awaitility;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes members who are logged in. They are inserted with a password that costs nothing
 * to check, because hundreds of bcrypt hashes take longer than most tests.
 */
public final class MemberFixture {

	static final String PASSWORD = "correct horse";

	private final JdbcClient jdbc;

	private final ApiClient visitor;

	public MemberFixture(JdbcClient jdbc, int port) {
		this(jdbc, ApiClient.at(port));
	}

	/**
	 * Members of an instance.
	 * @param visitor a client without a log-in
	 */
	public MemberFixture(JdbcClient jdbc, ApiClient visitor) {
		this.jdbc = jdbc;
		this.visitor = visitor;
	}

	/** New members, logged in. */
	public List<ApiClient> members(int count) {
		List<String> names = IntStream.range(0, count).mapToObj((number) -> newName()).toList();
		names.forEach((name) -> insert(name, "MEMBER"));
		return ConcurrentRunner.call(16,
				names.stream().map((name) -> ConcurrentRunner.task(() -> this.visitor.logIn(name, PASSWORD))).toList());
	}

	/** A new member, logged in. */
	public ApiClient member() {
		return members(1).get(0);
	}

	/** A new owner of the ticket office, logged in. */
	public ApiClient admin() {
		return staff(StaffRole.OWNER, null);
	}

	/**
	 * A new member of the staff, logged in.
	 * @param concertId null for all concerts
	 */
	public ApiClient staff(StaffRole role, Long concertId) {
		return this.visitor.logIn(staffAccount(role, concertId), PASSWORD);
	}

	/**
	 * The username of a new member of the staff. The server knows the role already, which
	 * it reads once a second.
	 * @param concertId null for all concerts
	 */
	public String staffAccount(StaffRole role, Long concertId) {
		String name = newName();
		insert(name, (role == StaffRole.OWNER && concertId == null) ? "ADMIN" : "MEMBER");
		this.jdbc
			.sql("insert into staff_roles (member_id, role, concert_id, granted_at)"
					+ " select id, ?, ?, utc_timestamp(6) from members where username = ?")
			.params(role.name(), (concertId != null) ? concertId : 0, name)
			.update();
		ApiClient staff = this.visitor.logIn(name, PASSWORD);
		Awaitility.await().until(() -> {
			Answer office = staff.get("/api/v1/office/concerts?size=1");
			return office.status() == 200 || "second-factor-required".equals(office.text("code"));
		});
		return name;
	}

	/** Lets all of them into the concert; as many as its capacity allows. */
	public List<ApiClient> comeIn(List<ApiClient> members, long concert) {
		return ConcurrentRunner.call(16, new ArrayList<>(
				members.stream().map((member) -> ConcurrentRunner.task(() -> member.comeIn(concert))).toList()));
	}

	/** New members, let into the concert. */
	public List<ApiClient> inside(int count, long concert) {
		return comeIn(members(count), concert);
	}

	private void insert(String name, String role) {
		this.jdbc
			.sql("insert into members (id, username, password_hash, display_name, role, created_at)"
					+ " values (?, ?, ?, ?, ?, utc_timestamp(6))")
			.params(UUID.randomUUID().toString(), name, "{noop}" + PASSWORD, "김하늘 🎫", role)
			.update();
	}

	private static String newName() {
		return "a" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
	}

}
