package app.frontrow.shared.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds where a page of rows ends. The column needs an index that begins with it.
 */
@Component
public class KeyRangeReader {

	private final JdbcClient jdbc;

	KeyRangeReader(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Reads the range of the next rows in order of a key of text. All rows of the last
	 * key belong to the page, so it has a few rows more where the key is not unique.
	 * @param table a name written in the code
	 * @param key a column of the table, compared byte by byte
	 * @param after where the page before ended
	 * @param rows how many rows the page is to have
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
