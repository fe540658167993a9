package app.frontrow.attacks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.journey.ReconciliationFixture;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A member with paid tickets, a hold, a place inside, money and a log-in. Knows the ids
 * and names of all this, and its current state.
 */
final class OwnerFixture {

	private final JdbcClient jdbc;

	private final ReconciliationFixture books;

	private final long concert;

	private final String memberId;

	private final ApiClient member;

	private final List<String> ids = new ArrayList<>();

	private final List<String> names;

	OwnerFixture(int port, JdbcClient jdbc, long concert, long show) {
		this.jdbc = jdbc;
		this.books = new ReconciliationFixture(jdbc);
		this.concert = concert;
		String username = "o" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
		String displayName = "주인 " + username.substring(12);
		ApiClient visitor = ApiClient.at(port);
		this.memberId = visitor
			.post("/api/v1/members",
					Map.of("username", username, "password", "correct horse", "displayName", displayName))
			.expect(201)
			.text("id");
		ApiClient buyer = visitor.logIn(username, "correct horse").comeIn(concert);
		buyer.charge(1_000_000).expect(201);
		Answer paid = buyer.hold(show, 1).expect(201);
		Answer payment = buyer.pay(paid.text("id")).expect(201);
		this.member = buyer.comeIn(concert);
		Answer held = this.member.hold(show, 2).expect(201);
		this.ids.addAll(List.of(paid.text("id"), payment.text("id"), held.text("id"), held.text("/payment/id"),
				payment.text("/tickets/0/code"), this.memberId));
		Answer logIns = this.member.get("/api/v1/sessions");
		if (logIns.status() == 200) {
			this.ids.addAll(logIns.json().findValuesAsString("id"));
		}
		this.names = List.of(username, displayName);
	}

	/** Ids of the member and of all that the member has. */
	List<String> ids() {
		return List.copyOf(this.ids);
	}

	/** All that another one must never read: ids, names and tokens. */
	List<String> secrets() {
		List<String> secrets = new ArrayList<>(this.ids);
		secrets.addAll(this.names);
		secrets.add(queueToken());
		secrets.add(accessToken());
		return secrets;
	}

	String memberId() {
		return this.memberId;
	}

	/** The token of the place inside. */
	String queueToken() {
		return this.member.header("Queue-Token");
	}

	/** The token of the log-in. */
	String accessToken() {
		return this.member.header("Authorization").substring("Bearer ".length());
	}

	/** The member's own client. */
	ApiClient client() {
		return this.member;
	}

	/** The state that others must not change. */
	List<String> state() {
		List<String> state = new ArrayList<>(this.books.of(this.concert));
		state.addAll(rows("concat_ws(' ', username, password_hash, display_name, role) from members where id = ?"));
		state.addAll(rows("concat_ws(' ', balance) from wallets where member_id = ?"));
		state.addAll(rows("concat_ws(' ', id, type, amount, balance_after) from ledger_entries where member_id = ?"
				+ " order by id"));
		// only who is inside gets an answer; asking for the place itself has a limit of
		// haste
		state.add("inside " + this.member.shows(this.concert).expect(200).status());
		state.add("log-in " + this.member.get("/api/v1/members/me").expect(200).text("id"));
		return state;
	}

	private List<String> rows(String query) {
		return this.jdbc.sql("select " + query).param(this.memberId).query(String.class).list();
	}

}
