package app.frontrow.money;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import app.frontrow.catalogue.concert.Show;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.ProductTest;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The keys and checks of the database refuse wrong rows, whatever the code does.
 */
@Tag("database")
class DatabaseConstraintsIT extends ProductTest {

	@Autowired
	private JdbcTemplate jdbc;

	private Map<String, String> names;

	@BeforeEach
	void seatIsPaid() {
		Show show = ConcertFixture.showOnSale(this.programme, this.catalogue);
		String key = UUID.randomUUID().toString();
		ApiClient inside = this.audience.member().with("Idempotency-Key", key).comeIn(show.concertId());
		inside.charge(500_000).expect(201);
		String reservation = inside.hold(show.id(), 7).expect(201).text("id");
		String payment = inside.pay(reservation).expect(201).text("id");
		this.names = Map.of("$member", inside.get("/api/v1/members/me").text("id"), "$reservation", reservation,
				"$payment", payment, "$show", String.valueOf(show.id()), "$key", key);
	}

	@ParameterizedTest
	@ValueSource(strings = { "update wallets set balance = -1 where member_id = '$member'",
			"insert into wallets values ('$member', 0)",
			"insert into ledger_entries (member_id, type, amount, balance_after, reference, created_at)"
					+ " select member_id, type, amount, balance_after, reference, created_at from ledger_entries"
					+ " where reference = '$payment'",
			"update ledger_entries set amount = -amount where reference = '$payment'",
			"update ledger_entries set amount = -amount where member_id = '$member' and type = 'CHARGE'",
			"insert into payments (id, reservation_id, member_id, amount, status, created_at)"
					+ " values (uuid(), '$reservation', '$member', 1, 'PENDING', utc_timestamp(6))",
			"insert into tickets select * from tickets where payment_id = '$payment'",
			"insert into seats (show_id, seat_no, grade, price, status) values ($show, 51, 'VIP', 1, 'AVAILABLE')",
			"insert into seats (show_id, seat_no, grade, price, status) values ($show, 0, 'VIP', 1, 'AVAILABLE')",
			"insert into seats (show_id, seat_no, grade, price, status) values ($show, 7, 'VIP', 1, 'AVAILABLE')",
			"update seats set status = 'AVAILABLE' where reservation_id = '$reservation'",
			"update seats set reservation_id = null where reservation_id = '$reservation'",
			"insert into seat_allowances select member_id, concert_id from seat_allowances where member_id = '$member'",
			"insert into idempotency_records select * from idempotency_records where idem_key = '$key'" })
	@ProvesRule(rule = "The database itself refuses a wrong balance, line, payment or seat",
			brokenBy = "leaving out the checks and unique keys")
	void databaseRefusesWrongRows(String statement) {
		String damage = statement;
		for (Map.Entry<String, String> name : this.names.entrySet()) {
			damage = damage.replace(name.getKey(), name.getValue());
		}
		List<Map<String, Object>> before = books();
		String sql = damage;

		assertThatThrownBy(() -> this.jdbc.update(sql)).isInstanceOf(DataAccessException.class);
		assertThat(books()).isEqualTo(before);
	}

	private List<Map<String, Object>> books() {
		return this.jdbc.queryForList("select w.balance, l.type, l.amount, s.seat_no, s.status, p.status as payment"
				+ " from wallets w join ledger_entries l on l.member_id = w.member_id"
				+ " join payments p on p.member_id = w.member_id join seats s on s.reservation_id = p.reservation_id"
				+ " where w.member_id = ? order by l.id", this.names.get("$member"));
	}

}
