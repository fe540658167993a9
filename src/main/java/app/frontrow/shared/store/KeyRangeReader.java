package app.frontrow.shared.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the last key of a page of rows. The table needs an index that begins with the key
 * column.
 */
@Component
public class KeyRangeReader {

	private final JdbcClient jdbc;

	KeyRangeReader(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Reads the range of the next rows in the order of a text column. All rows with the
	 * last key belong to the page. So the page has a few more rows if the key is not
	 * unique.
	 * @param table the name of the table; it must be a constant, because it becomes part
	 * of the SQL
	 * @param key a column of the table, compared byte by byte
	 * @param after the last key of the page before
	 * @param rows how many rows the page should have
	 */
	public KeyRange read(String table, String key, String after, int rows) {
		return this.jdbc
			.sql("select %2$s from %1$s where %2$s > :after order by %2$s limit 1 offset :before".formatted(table, key))
			.param("after", after)
			.param("before", rows - 1)
			.query(String.class)
			.optional()
			.map((to) -> new KeyRange(after, to))
			.orElseGet(() -> KeyRange.allAfter(after));
	}

}
