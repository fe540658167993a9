package app.frontrow.office.export.file;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes a spreadsheet as a stream. Rows are written in groups of a few hundred. Each
 * text is written into its cell, without a table of all texts. So memory does not grow
 * with the file. Times are in Seoul time.
 */
final class SpreadsheetWriter implements RowWriter {

	private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

	private static final int ROWS_PER_FLUSH = 500;

	/** Excel reads 1,048,576 rows of a sheet. Further rows go into another sheet. */
	static final int ROWS_PER_SHEET = 1_000_000;

	private final Workbook workbook;

	private final String name;

	private Worksheet sheet;

	/** Empty before the first row is written. */
	private List<?> header = List.of();

	private int row;

	private int sheets = 1;

	SpreadsheetWriter(OutputStream out, String name) {
		this.workbook = new Workbook(out, "Frontrow", "1.0");
		this.name = name;
		this.sheet = begin(name);
	}

	@Override
	public void write(List<?> cells) throws IOException {
		if (this.header.isEmpty()) {
			this.header = cells;
		}
		if (this.row > ROWS_PER_SHEET) {
			this.sheet.finish();
			this.sheets++;
			this.sheet = begin(this.name + " " + this.sheets);
			this.row = 0;
			writeRow(this.header);
		}
		writeRow(cells);
	}

	@Override
	public void finish() throws IOException {
		this.sheet.finish();
		this.workbook.finish();
	}

	private Worksheet begin(String title) {
		Worksheet begun = this.workbook.newWorksheet(title);
		begun.freezePane(0, 1);
		return begun;
	}

	private void writeRow(List<?> cells) throws IOException {
		for (int column = 0; column < cells.size(); column++) {
			writeCell(column, cells.get(column));
		}
		this.row++;
		if (this.row % ROWS_PER_FLUSH == 0) {
			this.sheet.flush();
		}
	}

	private void writeCell(int column, @Nullable Object cell) {
		if (cell instanceof Number number) {
			this.sheet.value(this.row, column, number);
		}
		else if (cell instanceof Instant time) {
			this.sheet.value(this.row, column, LocalDateTime.ofInstant(time, SEOUL).truncatedTo(ChronoUnit.SECONDS));
			this.sheet.style(this.row, column).format("yyyy-mm-dd hh:mm:ss").set();
		}
		else if (cell != null) {
			this.sheet.inlineString(this.row, column, FormulaGuard.guard(cell.toString()));
		}
	}

}
