package app.frontrow.office.export.file;

import java.io.IOException;
import java.util.List;

/**
 * Writes the rows of a file one by one, and keeps none of them in memory.
 */
public interface RowWriter {

	/**
	 * Writes one row.
	 * @param cells texts, numbers, times as {@link java.time.Instant}, and null for empty
	 */
	void write(List<?> cells) throws IOException;

	/**
	 * Completes the file. After a failure this is not called, so the file stays
	 * incomplete and nobody uses it by mistake.
	 */
	void finish() throws IOException;

}
