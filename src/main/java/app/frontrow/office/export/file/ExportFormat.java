package app.frontrow.office.export.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * The format of an exported file.
 */
public enum ExportFormat {

	/** CSV with a byte order mark of UTF-8, which Excel needs for Korean. */
	CSV("text/csv"),

	XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

	private final String mediaType;

	ExportFormat(String mediaType) {
		this.mediaType = mediaType;
	}

	public String mediaType() {
		return this.mediaType;
	}

	/**
	 * Begins a file.
	 * @param name of the table, for the sheet
	 */
	public RowWriter begin(OutputStream out, String name) throws IOException {
		return (this == CSV) ? new CsvWriter(out) : new SpreadsheetWriter(out, name);
	}

	/** The ending of the file's name. */
	public String ending() {
		return name().toLowerCase(Locale.ROOT);
	}

}
