package app.frontrow.demo;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Consumer;

import app.frontrow.stores.Stores;
import org.flywaydb.core.Flyway;

/**
 * Writes a large programme with a few SQL statements: five shows per concert, a year of
 * evenings, some concerts over, some not on sale yet. The same data every time, apart
 * from the day it begins with. The database must not have any concerts yet.
 */
public final class LargeCatalogueGenerator {

	private static final int SHOWS = 5;

	private static final int CONCERTS_AT_ONCE = 5_000;

	private static final int SHOWS_AT_ONCE = 5_000;

	private static final String DIGITS = "(select 0 as n union all select 1 union all select 2 union all select 3"
			+ " union all select 4 union all select 5 union all select 6 union all select 7 union all select 8"
			+ " union all select 9)";

	/** The numbers from 1 to 100,000, each as n. */
	private static final String NUMBERS = "(select a.n + 10 * b.n + 100 * c.n + 1000 * d.n + 10000 * e.n + 1 as n from "
			+ DIGITS + " a cross join " + DIGITS + " b cross join " + DIGITS + " c cross join " + DIGITS
			+ " d cross join " + DIGITS + " e) numbers";

	/** From the first to the last number, both included. */
	private static final String CONCERTS = """
			insert into concerts (id, title, artist, venue, description, sales_open_at, first_show_at, last_show_at,
			  created_at)
			select n, concat(elt(1 + n %% 12, '달빛', '고래', '새벽', '은하수', 'North', 'Tangerine', '바닥', 'Quiet', '파도',
			    'Kestrel', '종이비행기', '민트'), ' ', elt(1 + n div 12 %% 10, '투어', '항해', 'Live', '콘서트', 'Night', '여행',
			    'Session', '이야기', 'Letters', '잔향'), ' ', n),
			  concat(elt(1 + n * 7 %% 11, '세탁소', '합주단', 'Ministry', 'Quartet', '브라스', '합창단', 'Hours', '오케스트라',
			    '소음', 'Sólveig', '나침반'), ' ', n * 7919 %% 9973),
			  concat(elt(1 + n * 5 %% 9, '한강 유리홀', '마포 파도소리홀', 'Namsan Arcade Theatre', '서초 나무울림홀', '을지로 인쇄창고',
			    '정동 낮은예배당', '성수 벽돌극장', 'Frontrow Hall', '부산 등대극장'), ' ', n %% 40),
			  repeat(concat('무대 한가운데를 비우고 네 연주자가 객석 쪽 모서리에 섭니다. No. ', n, '. '), 2),
			  utc_date() + interval (n * 31 %% 45) - 30 day,
			  utc_date() + interval (n * 37 %% 365) - 20 day + interval 10 hour,
			  utc_date() + interval (n * 37 %% 365) - 16 day + interval 10 hour,
			  utc_timestamp(6)
			from %s where n between ? and ?""".formatted(NUMBERS);

	private static final String PRICES = """
			insert into price_bands (concert_id, grade, from_seat, to_seat, price)
			select id, 'VIP', 1, 10, 150000 from concerts where id between ? and ? union all
			select id, 'R', 11, 30, 120000 from concerts where id between ? and ? union all
			select id, 'S', 31, 50, 90000 from concerts where id between ? and ?""";

	private static final String SHOWS_OF_CONCERTS = """
			insert into shows (id, concert_id, starts_at, seats_left)
			select (c.id - 1) * 5 + d.n + 1, c.id, c.first_show_at + interval d.n day, 50
			from concerts c cross join %s d where d.n < 5 and c.id between ? and ? order by c.id, d.n"""
		.formatted(DIGITS);

	private static final String SEATS = """
			insert into seats (show_id, seat_no, grade, price, status)
			select s.id, n.seat, case when n.seat <= 10 then 'VIP' when n.seat <= 30 then 'R' else 'S' end,
			  case when n.seat <= 10 then 150000 when n.seat <= 30 then 120000 else 90000 end, 'AVAILABLE'
			from shows s cross join (select a.n * 10 + b.n + 1 as seat from %1$s a cross join %1$s b where a.n < 5) n
			where s.id between ? and ? and s.id %% ? = 0 order by s.id, n.seat""".formatted(DIGITS);

	private final Connection database;

	private LargeCatalogueGenerator(Connection database) {
		this.database = database;
	}

	/**
	 * Makes the tables, where they are missing, and fills them.
	 * @param args how many concerts there are to be, at most 100,000, and which shows get
	 * seats: 1 for every one of them, 10 for every tenth, 0 for none
	 * @throws SQLException if the database refuses
	 */
	public static void main(String[] args) throws SQLException {
		int concerts = (args.length > 0) ? Integer.parseInt(args[0]) : 100_000;
		int seatsEvery = (args.length > 1) ? Integer.parseInt(args[1]) : 1;
		String url = System.getenv("SPRING_DATASOURCE_URL");
		if (url != null) {
			load(url, System.getenv("SPRING_DATASOURCE_USERNAME"), System.getenv("SPRING_DATASOURCE_PASSWORD"),
					concerts, seatsEvery);
			return;
		}
		try (Stores stores = Stores.forDemo(Path.of(".frontrow"), false).open()) {
			load(stores.jdbcUrl(), stores.jdbcUser(), stores.jdbcPassword(), concerts, seatsEvery);
		}
	}

	/** Makes the tables of an empty database and fills them. */
	public static void load(String url, String user, String password, int concerts, int seatsEvery)
			throws SQLException {
		Flyway.configure().dataSource(url, user, password).load().migrate();
		try (Connection connection = DriverManager.getConnection(url, user, password)) {
			load(connection, concerts, seatsEvery, (step) -> System.out.println(step));
		}
	}

	/**
	 * Fills empty tables.
	 * @param concerts how many, at most 100,000
	 * @param seatsEvery every which show gets seats; 0 for none
	 * @param progress is told what is done
	 * @throws SQLException if the database refuses
	 */
	public static void load(Connection connection, int concerts, int seatsEvery, Consumer<String> progress)
			throws SQLException {
		LargeCatalogueGenerator catalogue = new LargeCatalogueGenerator(connection);
		long begun = System.nanoTime();
		for (int from = 1; from <= concerts; from += CONCERTS_AT_ONCE) {
			int to = Math.min(concerts, from + CONCERTS_AT_ONCE - 1);
			catalogue.run(CONCERTS, from, to);
			catalogue.run(PRICES, from, to, from, to, from, to);
			catalogue.run(SHOWS_OF_CONCERTS, from, to);
		}
		progress.accept("%d concerts and %d shows after %d s".formatted(concerts, concerts * SHOWS, seconds(begun)));
		for (int from = 1; seatsEvery > 0 && from <= concerts * SHOWS; from += SHOWS_AT_ONCE) {
			catalogue.run(SEATS, from, Math.min(concerts * SHOWS, from + SHOWS_AT_ONCE - 1), seatsEvery);
			if (from % (SHOWS_AT_ONCE * 10) == 1) {
				progress.accept("Seats up to show %d after %d s".formatted(from + SHOWS_AT_ONCE - 1, seconds(begun)));
			}
		}
		catalogue.run("analyze table concerts, price_bands, shows, seats");
		progress.accept("All is there after %d s".formatted(seconds(begun)));
	}

	private static long seconds(long begun) {
		return (System.nanoTime() - begun) / 1_000_000_000;
	}

	private void run(String sql, int... parameters) throws SQLException {
		try (PreparedStatement statement = this.database.prepareStatement(sql)) {
			for (int i = 0; i < parameters.length; i++) {
				statement.setInt(i + 1, parameters[i]);
			}
			statement.execute();
		}
	}

}
