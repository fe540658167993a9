package app.frontrow.catalogue.cache;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import app.frontrow.catalogue.concert.ConcertDetails;
import app.frontrow.catalogue.concert.ConcertTexts;
import app.frontrow.catalogue.concert.ConcertTranslation;
import app.frontrow.catalogue.concert.PriceBand;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.catalogue.concert.VisitDetails;
import com.github.benmanes.caffeine.cache.Interner;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads whole concerts: details, prices and shows.
 */
@Repository
class ConcertReader {

	static final String CONCERTS = "select id, revision, title, artist, venue, sales_open_at, first_show_at,"
			+ " last_show_at, (withdrawn or not announced) as withdrawn, second_title, second_artist, second_venue, created_at"
			+ " from concerts where id in (:ids)";

	static final String PRICES = "select concert_id, grade, from_seat, to_seat, price from price_bands"
			+ " where concert_id in (:ids) order by concert_id, from_seat";

	static final String SHOWS = "select id, concert_id, starts_at, seats_left, withdrawn, cancelled_at, announced_for,"
			+ " change_reason from shows where concert_id in (:ids)";

	static final String DESCRIPTIONS = "select id, revision, description, second_language, second_title, second_artist,"
			+ " second_venue, second_description, venue_address, venue_map_url, doors_minutes, running_minutes,"
			+ " age_limit, notice from concerts where id in (:ids)";

	private final JdbcClient jdbc;

	/** Makes equal venues and prices share one object, to save memory. */
	private final Interner<Object> interner = Interner.newWeakInterner();

	ConcertReader(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Reads these concerts within the caller's transaction. */
	Found read(List<Long> ids) {
		if (ids.isEmpty()) {
			return new Found(List.of(), List.of());
		}
		Map<Long, List<PriceBand>> prices = this.jdbc.sql(PRICES)
			.param("ids", ids)
			.query((row, number) -> Map.entry(row.getLong("concert_id"), price(row)))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableList())));
		Map<Long, List<Show.Notice>> notices = new HashMap<>();
		Map<Long, List<Show>> shows = this.jdbc.sql(SHOWS).param("ids", ids).query((row, number) -> {
			ShowRow show = show(row);
			if (row.getString("change_reason") != null) {
				notices.computeIfAbsent(show.show().concertId(), (id) -> new ArrayList<>()).add(notice(row, show));
			}
			return show;
		})
			.list()
			.stream()
			.filter((row) -> !row.withdrawn())
			.map(ShowRow::show)
			.collect(Collectors.groupingBy(Show::concertId));
		List<ConcertRow> concerts = this.jdbc.sql(CONCERTS)
			.param("ids", ids)
			.query((row, number) -> readConcert(row, prices, notices))
			.list();
		return new Found(
				concerts.stream()
					.filter((row) -> !row.withdrawn())
					.map((row) -> new CachedConcert(row.details(), shows.getOrDefault(row.details().id(), List.of())))
					.toList(),
				concerts.stream().filter(ConcertRow::withdrawn).map((row) -> row.details().id()).toList());
	}

	private ConcertRow readConcert(ResultSet row, Map<Long, List<PriceBand>> prices,
			Map<Long, List<Show.Notice>> notices) throws SQLException {
		long id = row.getLong("id");
		ConcertDetails details = new ConcertDetails(id, row.getInt("revision"), row.getString("title"),
				row.getString("artist"), share(row.getString("venue")), time(row, "sales_open_at"),
				time(row, "first_show_at"), time(row, "last_show_at"), share(prices.getOrDefault(id, List.of())),
				names(row), notices.getOrDefault(id, List.of()), time(row, "created_at"));
		return new ConcertRow(details, row.getBoolean("withdrawn"));
	}

	private static List<String> names(ResultSet row) throws SQLException {
		return new ConcertTranslation("", row.getString("second_title"), row.getString("second_artist"),
				row.getString("second_venue"), null)
			.names();
	}

	private PriceBand price(ResultSet row) throws SQLException {
		return share(new PriceBand(share(row.getString("grade")), row.getInt("from_seat"), row.getInt("to_seat"),
				row.getLong("price")));
	}

	static ShowRow show(ResultSet row) throws SQLException {
		return new ShowRow(new Show(row.getLong("id"), row.getLong("concert_id"), time(row, "starts_at"),
				row.getInt("seats_left")), row.getBoolean("withdrawn"));
	}

	private static Show.Notice notice(ResultSet row, ShowRow read) throws SQLException {
		Show show = read.show();
		boolean cancelled = row.getObject("cancelled_at") != null;
		return new Show.Notice(show.id(), time(row, "announced_for"), cancelled ? null : show.startsAt(),
				row.getString("change_reason"));
	}

	/** Reads descriptions and optional details. */
	List<Description> readDescriptions(Collection<Long> ids) {
		return this.jdbc.sql(DESCRIPTIONS)
			.param("ids", ids)
			.query((row, number) -> new Description(row.getLong("id"), row.getInt("revision"), texts(row)))
			.list();
	}

	private static ConcertTexts texts(ResultSet row) throws SQLException {
		String language = row.getString("second_language");
		ConcertTranslation translation = (language != null)
				? new ConcertTranslation(language, row.getString("second_title"), row.getString("second_artist"),
						row.getString("second_venue"), row.getString("second_description"))
				: null;
		VisitDetails visit = new VisitDetails(row.getString("venue_address"), row.getString("venue_map_url"),
				number(row, "doors_minutes"), number(row, "running_minutes"), number(row, "age_limit"),
				row.getString("notice"));
		return new ConcertTexts(row.getString("description"), translation, visit.isEmpty() ? null : visit);
	}

	private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
		int number = row.getInt(column);
		return row.wasNull() ? null : number;
	}

	private static Instant time(ResultSet row, String column) throws SQLException {
		return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
	}

	@SuppressWarnings("unchecked")
	private <T> T share(T value) {
		return (T) this.interner.intern(value);
	}

	private record ConcertRow(ConcertDetails details, boolean withdrawn) {
	}

	/**
	 * A show as it was read.
	 */
	record ShowRow(Show show, boolean withdrawn) {
	}

	/**
	 * The concerts that were read.
	 *
	 * @param withdrawn ids of concerts that visitors do not see any more
	 */
	record Found(List<CachedConcert> listed, List<Long> withdrawn) {
	}

	/**
	 * The texts of a concert as they were read.
	 *
	 * @param revision of the concert when they were read
	 */
	record Description(long concertId, int revision, ConcertTexts text) {
	}

}
