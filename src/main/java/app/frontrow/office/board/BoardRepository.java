package app.frontrow.office.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import app.frontrow.shared.store.DatabaseTimeConverter;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the seats of a concert for the board, in one statement for all shows. A concert
 * has at most 5,000 seats, so the cost does not grow with the sale.
 */
@Repository
class BoardRepository {

	/** One row per show and state of its seats. Complimentary seats earn nothing. */
	private static final String SEATS = """
			select s.id, s.starts_at,
			  case when t.status = 'HELD' and t.hold_until <= utc_timestamp(6) then 'AVAILABLE' else t.status end as state,
			  count(t.seat_no) as seats, coalesce(sum(case when g.reservation_id is null then t.price else 0 end), 0) as price
			from shows s left join seats t on t.show_id = s.id
			left join complimentary_orders g on g.reservation_id = t.reservation_id
			where s.concert_id = :concert and not s.withdrawn
			group by s.id, s.starts_at, state order by s.starts_at, s.id""";

	private final JdbcClient jdbc;

	BoardRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<BoardConcert> findConcert(long id) {
		return this.jdbc.sql(
				"select title, sales_open_at, utc_timestamp(6) as read_at from concerts where id = :id and not withdrawn")
			.param("id", id)
			.query((row, number) -> new BoardConcert(row.getString("title"),
					DatabaseTimeConverter.readInstant(row, "sales_open_at"),
					DatabaseTimeConverter.readInstant(row, "read_at")))
			.optional();
	}

	List<BoardShow> findShows(long concertId) {
		Map<Long, List<StateCount>> byShow = new LinkedHashMap<>();
		this.jdbc.sql(SEATS)
			.param("concert", concertId)
			.query(StateCount::read)
			.list()
			.forEach((count) -> byShow.computeIfAbsent(count.showId(), (id) -> new ArrayList<>()).add(count));
		return byShow.values().stream().map(BoardRepository::show).toList();
	}

	private static BoardShow show(List<StateCount> counts) {
		StateCount first = counts.get(0);
		return new BoardShow(first.showId(), first.startsAt(),
				new BoardSeats(seats(counts, "SOLD"), seats(counts, "HELD"), seats(counts, "AVAILABLE"),
						seats(counts, "BLOCKED")),
				counts.stream().filter((count) -> "SOLD".equals(count.state())).mapToLong(StateCount::price).sum());
	}

	private static int seats(List<StateCount> counts, String state) {
		return counts.stream().filter((count) -> state.equals(count.state())).mapToInt(StateCount::seats).sum();
	}

	/**
	 * The data of a concert on the board.
	 *
	 * @param readAt the database's time
	 */
	record BoardConcert(String title, Instant salesOpenAt, Instant readAt) {
	}

	/**
	 * How many seats of a show are in a state.
	 *
	 * @param price of all of them together
	 */
	private record StateCount(long showId, Instant startsAt, String state, int seats, long price) {

		static StateCount read(ResultSet row, int number) throws SQLException {
			return new StateCount(row.getLong("id"), DatabaseTimeConverter.readInstant(row, "starts_at"),
					row.getString("state"), row.getInt("seats"), row.getLong("price"));
		}

	}

}
