package app.frontrow.office.export;

import java.io.IOException;
import java.util.List;

import app.frontrow.office.export.file.RowWriter;

/**
 * A table that can be exported. It is read page by page, so no transaction and no
 * connection stays open while a slow client takes the file.
 */
interface ExportTable {

	ExportKind kind();

	/** The names of the columns, as in the keys of the messages. */
	List<String> columns();

	/** Writes all rows of the range. */
	void write(ExportRange range, RowWriter rows) throws IOException;

}
