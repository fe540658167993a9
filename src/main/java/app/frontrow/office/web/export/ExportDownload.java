package app.frontrow.office.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;

import app.frontrow.members.Member;
import app.frontrow.office.export.ExportKind;
import app.frontrow.office.export.ExportRequest;
import app.frontrow.office.export.ExportService;
import app.frontrow.office.export.file.ExportFormat;
import app.frontrow.office.web.TypedTime;
import app.frontrow.shared.web.page.PageDateFormatter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/**
 * Answers a request with an exported file. The file is written while the table is read.
 */
@Component
class ExportDownload {

	private final ExportService exports;

	private final Clock clock;

	ExportDownload(ExportService exports, Clock clock) {
		this.exports = exports;
		this.clock = clock;
	}

	/**
	 * Writes the file. The address of the request ends with its format.
	 * @param query which part of the table is wanted
	 */
	void send(ExportKind kind, ExportQuery query, Member member, Locale locale, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		ExportFormat format = request.getRequestURI().endsWith(ExportFormat.XLSX.ending()) ? ExportFormat.XLSX
				: ExportFormat.CSV;
		if (request.getMethod().equals(HttpMethod.HEAD.name())) {
			// nothing leaves the office, so the trail has nothing to note
			open(kind, format, response);
			return;
		}
		this.exports.write(member, new ExportRequest(kind, format, query.concertId(),
				TypedTime.from("from", query.from()).time(), TypedTime.to("to", query.to()).time()), locale,
				() -> open(kind, format, response));
	}

	private OutputStream open(ExportKind kind, ExportFormat format, HttpServletResponse response) throws IOException {
		String name = kind.code() + "-" + LocalDate.ofInstant(this.clock.instant(), PageDateFormatter.VENUE_ZONE) + "."
				+ format.ending();
		response.setContentType(format.mediaType());
		if (format == ExportFormat.CSV) {
			response.setCharacterEncoding("UTF-8");
		}
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(name).build().toString());
		return response.getOutputStream();
	}

}
