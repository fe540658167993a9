package app.frontrow.office.export.file;

import java.io.IOException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of a file as they come. It keeps no row.
 */
public interface RowWriter {

	/**
	 * Writes one row.
	 * @param cells texts, numbers, times as {@link java.time.Instant}, and null for empty
	 */
	void write(List<?> cells) throws IOException;

	/**
	 * Ends the file. A file that failed is not ended, so that nobody takes it for a whole
	 * one.
	 */
	void finish() throws IOException;

}
