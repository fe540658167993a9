package app.frontrow.office.export.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Writes CSV (RFC 4180) with a byte order mark of UTF-8. Excel needs the mark to read
 * Korean. Times are in Seoul time.
 */
final class CsvWriter implements RowWriter {

	private static final char MARK = '\uFEFF';

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
		.withZone(ZoneId.of("Asia/Seoul"));

	private final Writer out;

	CsvWriter(OutputStream out) throws IOException {
		this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
		this.out.write(MARK);
	}

	@Override
	public void write(List<?> cells) throws IOException {
		for (int column = 0; column < cells.size(); column++) {
			if (column > 0) {
				this.out.write(',');
			}
			this.out.write(text(cells.get(column)));
		}
		this.out.write("\r\n");
	}

	@Override
	public void finish() throws IOException {
		this.out.flush();
	}

	private static String text(@Nullable Object cell) {
		if (cell == null) {
			return "";
		}
		if (cell instanceof Number) {
			return cell.toString();
		}
		return (cell instanceof Instant time) ? TIME.format(time) : quote(FormulaGuard.guard(cell.toString()));
	}

	private static String quote(String text) {
		boolean plain = text.chars()
			.noneMatch((letter) -> letter == ',' || letter == '"' || letter == '\n' || letter == '\r');
		return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
	}

}
