package app.frontrow.office.export.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;

import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files are written as Excel reads them, as a stream.
 */
class ExportFileTests {

	@TempDir
	private Path folder;

	private static final List<String> FORMULAS = List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1",
			"=cmd|'/c calc'!A0", "＝1", "＋1", "－1", "＠1");

	@Test
	void csvBeginsWithTheMarkOfUtf8AndQuotesWhatItMust() throws IOException {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		RowWriter rows = ExportFormat.CSV.begin(file, "orders");
		rows.write(List.of("이름", "금액"));
		rows.write(Arrays.asList("김 \"하늘\", 🎫", -1_000, Instant.parse("2028-02-29T15:00:00Z"), null, "a\r\nb"));
		rows.finish();

		assertThat(file.toByteArray()).startsWith(0xEF, 0xBB, 0xBF);
		assertThat(file.toString(StandardCharsets.UTF_8).substring(1))
			.isEqualTo("이름,금액\r\n\"김 \"\"하늘\"\", 🎫\",-1000,2028-03-01 00:00:00,,\"a\r\nb\"\r\n");
	}

	@Test
	@ProvesRule(rule = "No text of an export is a formula", guard = "FormulaGuard.guard",
			brokenBy = "leaving out one of the characters")
	void noTextIsAFormula() throws IOException {
		for (String formula : FORMULAS) {
			ByteArrayOutputStream csv = new ByteArrayOutputStream();
			RowWriter rows = ExportFormat.CSV.begin(csv, "orders");
			rows.write(List.of(formula));
			rows.finish();
			assertThat(csv.toString(StandardCharsets.UTF_8).substring(1)).as(formula).matches("(?s)\"?'.*");
			ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
			RowWriter cells = ExportFormat.XLSX.begin(xlsx, "orders");
			cells.write(List.of(formula));
			cells.finish();
			assertThat(sheet(xlsx)).as(formula)
				.containsPattern("inlineStr\"><is><t[^>]*>(&apos;|&#39;|')")
				.doesNotContain("<f>");
		}
	}

	@Test
	void spreadsheetHasNumbersTimesAndTexts() throws IOException {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		RowWriter rows = ExportFormat.XLSX.begin(file, "orders");
		rows.write(List.of("a", "b", "c"));
		rows.write(Arrays.asList("별 <b>", 120_000L, Instant.parse("2026-05-01T11:00:00Z"), null));
		rows.finish();

		String sheet = sheet(file);
		assertThat(sheet).contains(" &lt;b&gt;", "<v>120000</v>");
		assertThat(sheet).as("20:00 of that day in Seoul").contains("<v>46143.8333");
	}

	/** A million rows are held by nobody: neither as rows nor as a table of texts. */
	@ParameterizedTest
	@EnumSource(ExportFormat.class)
	@ProvesRule(rule = "A million rows are exported in bounded memory", guard = "SpreadsheetWriter.writeCell",
			brokenBy = "using value for texts, which keeps each of them")
	void aMillionRowsNeedBoundedMemory(ExportFormat format) throws IOException {
		CountingStream out = new CountingStream();
		RowWriter rows = format.begin(out, "orders");
		rows.write(List.of("booking", "sum", "at"));
		Instant at = Instant.parse("2026-05-01T11:00:00Z");
		long before = 0;
		for (int number = 0; number < 1_000_100; number++) {
			rows.write(List.of("ABCD-" + number, 120_000L, at));
			if (number == 10_000) {
				before = usedMemory();
			}
		}
		long grown = usedMemory() - before;
		rows.finish();

		assertThat(grown).as("bytes kept for a million rows").isLessThan(24L * 1024 * 1024);
		assertThat(out.bytes).isGreaterThan(10_000_000);
	}

	private static long usedMemory() {
		for (int round = 0; round < 3; round++) {
			System.gc();
		}
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

	/** Excel reads the directory at the end of the file, as this does. */
	private String sheet(ByteArrayOutputStream file) throws IOException {
		Path path = Files.write(this.folder.resolve("file.xlsx"), file.toByteArray());
		try (ZipFile zip = new ZipFile(path.toFile())) {
			return new String(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
					StandardCharsets.UTF_8);
		}
	}

	private static final class CountingStream extends OutputStream {

		private long bytes;

		@Override
		public void write(int one) {
			this.bytes++;
		}

		@Override
		public void write(byte[] many, int from, int length) {
			this.bytes += length;
		}

	}

}
