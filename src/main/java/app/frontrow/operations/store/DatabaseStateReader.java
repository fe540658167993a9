package app.frontrow.operations.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import app.frontrow.shared.store.DatabaseTimeConverter;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks the database about itself, about the rights of its user, and about events that
 * wait for their listeners.
 */
@Component
class DatabaseStateReader {

	private static final int OLDEST_MYSQL = 804;

	private static final int OLDEST_MARIADB = 1006;

	private final JdbcClient jdbc;

	private final Clock clock;

	private final SchemaSettings settings;

	DatabaseStateReader(JdbcClient jdbc, Clock clock, SchemaSettings settings) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.settings = settings;
	}

	/** Costs two statements. */
	DatabaseRights readRights() {
		List<String> grants = this.jdbc.sql("show grants").query(String.class).list();
		return this.jdbc.sql("select database() as name, current_user() as login")
			.query((row, number) -> DatabaseRights.of(row.getString("name"), row.getString("login"), grants,
					this.settings.migrate()))
			.single();
	}

	/** Costs one statement. */
	DatabaseState read() {
		Instant asked = this.clock.instant();
		return this.jdbc
			.sql("select version() as version, utc_timestamp(6) as told,"
					+ " (select count(*) from EVENT_PUBLICATION where COMPLETION_DATE is null) as events")
			.query((row, number) -> {
				Duration half = Duration.between(asked, this.clock.instant()).dividedBy(2);
				Duration difference = Duration.between(asked.plus(half),
						DatabaseTimeConverter.readInstant(row, "told"));
				return new DatabaseState(describe(row.getString("version"), difference), row.getLong("events"));
			})
			.single();
	}

	private static StoreState describe(String version, Duration difference) {
		boolean maria = version.toLowerCase(Locale.ROOT).contains("mariadb");
		return new StoreState(maria ? "MariaDB" : "MySQL", StoreState.parseVersion(version),
				maria ? OLDEST_MARIADB : OLDEST_MYSQL, difference, false);
	}

	/**
	 * What the database says.
	 *
	 * @param store what may be wrong with it
	 * @param waitingEvents events that a listener has not handled yet
	 */
	record DatabaseState(StoreState store, long waitingEvents) {
	}

}
