package app.frontrow.office.concert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import app.frontrow.catalogue.cancellation.CancellationRules;
import app.frontrow.catalogue.cancellation.CancellationSettings;
import app.frontrow.catalogue.concert.ConcertTranslation;
import app.frontrow.catalogue.concert.PriceBand;
import app.frontrow.catalogue.concert.VisitDetails;
import app.frontrow.shared.PageOf;
import app.frontrow.shared.store.DatabaseTimeConverter;
import app.frontrow.shared.store.LikePatternEscaper;
import app.frontrow.staff.StaffScope;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads concerts for the ticket office. A page takes three statements, whatever its size.
 */
@Repository
class OfficeConcertRepository {

	private static final String CONCERTS = """
			select c.*, case
			    when not c.announced then 'DRAFT'
			    when c.last_show_at <= utc_timestamp(6) then 'ENDED'
			    when c.sales_open_at > utc_timestamp(6) then 'ANNOUNCED'
			    when exists (select 1 from shows s where s.concert_id = c.id and not s.withdrawn
			      and s.starts_at > utc_timestamp(6) and s.seats_left > 0) then 'ON_SALE'
			    else 'SOLD_OUT' end as state
			from concerts c where not c.withdrawn""";

	private static final String FILTER = " from (" + CONCERTS + ") found where (:everything or id in (:ids))"
			+ " and (title like :q escape '!' or artist like :q escape '!' or venue like :q escape '!')"
			+ " and (:status is null or state = :status)";

	private static final String SHOWS = """
			select s.id, s.concert_id, s.starts_at, case when s.cancelled_at is not null then 'CANCELLED'
			    when s.announced_for is not null then 'MOVED' else 'SCHEDULED' end as state,
			  coalesce(sum(t.status = 'SOLD' and g.reservation_id is null), 0) as sold,
			  coalesce(sum(t.status = 'HELD' and t.hold_until > utc_timestamp(6)), 0) as held,
			  coalesce(sum(t.status = 'AVAILABLE' or (t.status = 'HELD' and t.hold_until <= utc_timestamp(6))), 0)
			    as free,
			  coalesce(sum(t.status = 'BLOCKED'), 0) as blocked,
			  coalesce(sum(t.status = 'SOLD' and g.reservation_id is not null), 0) as complimentary
			from shows s left join seats t on t.show_id = s.id
			  left join complimentary_orders g on g.reservation_id = t.reservation_id
			where s.concert_id in (:ids) and (not s.withdrawn or s.cancelled_at is not null)
			group by s.id, s.concert_id, s.starts_at, state order by s.starts_at, s.id""";

	private final JdbcClient jdbc;

	private final CancellationSettings cancellation;

	OfficeConcertRepository(JdbcClient jdbc, CancellationSettings cancellation) {
		this.cancellation = cancellation;
		this.jdbc = jdbc;
	}

	PageOf<OfficeConcert> find(StaffScope scope, String text, @Nullable OfficeStatus status, int page, int size) {
		List<OfficeConcert> found = filter(
				"select *" + FILTER + " order by state = 'ENDED', first_show_at, id limit :size offset :offset", scope,
				text, status)
			.param("size", size)
			.param("offset", (long) page * size)
			.query(this::read)
			.list();
		return PageOf.of(complete(found), page, size,
				() -> filter("select count(*)" + FILTER, scope, text, status).query(Long.class).single());
	}

	List<OfficeConcert> find(long id) {
		return complete(this.jdbc.sql(CONCERTS + " and c.id = :id").param("id", id).query(this::read).list());
	}

	/** Returns the id of the concert of a show. */
	Optional<Long> findConcertOfShow(long showId) {
		return this.jdbc.sql("select concert_id from shows where id = :id")
			.param("id", showId)
			.query(Long.class)
			.optional();
	}

	private JdbcClient.StatementSpec filter(String sql, StaffScope scope, String text, @Nullable OfficeStatus status) {
		return this.jdbc.sql(sql)
			.param("everything", scope.isEverything())
			.param("ids", scope.concertIds().isEmpty() ? Set.of(0L) : scope.concertIds())
			.param("q", "%" + LikePatternEscaper.escape(text) + "%")
			.param("status", (status != null) ? status.name() : null);
	}

	private List<OfficeConcert> complete(List<OfficeConcert> concerts) {
		if (concerts.isEmpty()) {
			return concerts;
		}
		List<Long> ids = concerts.stream().map(OfficeConcert::id).toList();
		Map<Long, List<OfficeShow>> shows = this.jdbc.sql(SHOWS)
			.param("ids", ids)
			.query((row, number) -> Map.entry(row.getLong("concert_id"), readShow(row)))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
		Map<Long, List<PriceBand>> prices = this.jdbc
			.sql("select * from price_bands where concert_id in (:ids) order by from_seat")
			.param("ids", ids)
			.query((row, number) -> Map.entry(row.getLong("concert_id"),
					new PriceBand(row.getString("grade"), row.getInt("from_seat"), row.getInt("to_seat"),
							row.getLong("price"))))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
		return concerts.stream()
			.map((concert) -> concert.with(shows.getOrDefault(concert.id(), List.of()),
					prices.getOrDefault(concert.id(), List.of())))
			.toList();
	}

	private OfficeConcert read(ResultSet row, int number) throws SQLException {
		String rules = row.getString("cancellation_rules");
		return new OfficeConcert(row.getLong("id"), row.getString("title"), row.getString("artist"),
				row.getString("venue"), row.getString("description"),
				DatabaseTimeConverter.readInstant(row, "sales_open_at"), OfficeStatus.valueOf(row.getString("state")),
				row.getInt("revision"), List.of(), List.of(), readTranslation(row), readVisit(row),
				(rules != null) ? CancellationRules.parse(rules) : this.cancellation.defaultRules());
	}

	private static @Nullable ConcertTranslation readTranslation(ResultSet row) throws SQLException {
		String language = row.getString("second_language");
		return (language != null) ? new ConcertTranslation(language, row.getString("second_title"),
				row.getString("second_artist"), row.getString("second_venue"), row.getString("second_description"))
				: null;
	}

	private static @Nullable VisitDetails readVisit(ResultSet row) throws SQLException {
		VisitDetails visit = new VisitDetails(row.getString("venue_address"), row.getString("venue_map_url"),
				row.getObject("doors_minutes", Integer.class), row.getObject("running_minutes", Integer.class),
				row.getObject("age_limit", Integer.class), row.getString("notice"));
		return visit.isEmpty() ? null : visit;
	}

	private static OfficeShow readShow(ResultSet row) throws SQLException {
		return new OfficeShow(row.getLong("id"), DatabaseTimeConverter.readInstant(row, "starts_at"),
				new SeatCount(row.getInt("sold"), row.getInt("held"), row.getInt("free"), row.getInt("blocked"),
						row.getInt("complimentary")),
				OfficeShow.Status.valueOf(row.getString("state")));
	}

}
