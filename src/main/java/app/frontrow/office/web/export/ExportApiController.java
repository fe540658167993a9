package app.frontrow.office.web.export;

import java.io.IOException;
import java.util.Locale;

import app.frontrow.members.Member;
import app.frontrow.office.export.ExportKind;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.problem.ApiErrors;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Ticket office")
@RestController
class ExportApiController {

	private static final String PATH = ApiPaths.V1 + "/office/exports/";

	private static final String CSV = "text/csv";

	private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

	private final ExportDownload download;

	ExportApiController(ExportDownload download) {
		this.download = download;
	}

	@Operation(summary = "Orders as CSV; the trail notes it")
	@ApiErrors({ NotFoundException.class, TooManyRequestsException.class })
	@ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "string", format = "binary")))
	@GetMapping(path = PATH + "orders.csv", produces = CSV)
	void ordersAsCsv(ExportQuery query, @AuthenticationPrincipal Member member, Locale locale,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.download.send(ExportKind.ORDERS, query, member, locale, request, response);
	}

	@Operation(summary = "Orders as a spreadsheet; the trail notes it")
	@ApiErrors({ NotFoundException.class, TooManyRequestsException.class })
	@ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "string", format = "binary")))
	@GetMapping(path = PATH + "orders.xlsx", produces = XLSX)
	void ordersAsSpreadsheet(ExportQuery query, @AuthenticationPrincipal Member member, Locale locale,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.download.send(ExportKind.ORDERS, query, member, locale, request, response);
	}

	@Operation(summary = "Tickets as CSV; the trail notes it")
	@ApiErrors({ NotFoundException.class, TooManyRequestsException.class })
	@ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "string", format = "binary")))
	@GetMapping(path = PATH + "tickets.csv", produces = CSV)
	void ticketsAsCsv(ExportQuery query, @AuthenticationPrincipal Member member, Locale locale,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.download.send(ExportKind.TICKETS, query, member, locale, request, response);
	}

	@Operation(summary = "Tickets as a spreadsheet; the trail notes it")
	@ApiErrors({ NotFoundException.class, TooManyRequestsException.class })
	@ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "string", format = "binary")))
	@GetMapping(path = PATH + "tickets.xlsx", produces = XLSX)
	void ticketsAsSpreadsheet(ExportQuery query, @AuthenticationPrincipal Member member, Locale locale,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.download.send(ExportKind.TICKETS, query, member, locale, request, response);
	}

	@Operation(summary = "The ledger as CSV; the trail notes it")
	@ApiErrors({ NotFoundException.class, TooManyRequestsException.class })
	@ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "string", format = "binary")))
	@GetMapping(path = PATH + "ledger.csv", produces = CSV)
	void ledgerAsCsv(ExportQuery query, @AuthenticationPrincipal Member member, Locale locale,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.download.send(ExportKind.LEDGER, query, member, locale, request, response);
	}

	@Operation(summary = "The ledger as a spreadsheet; the trail notes it")
	@ApiErrors({ NotFoundException.class, TooManyRequestsException.class })
	@ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "string", format = "binary")))
	@GetMapping(path = PATH + "ledger.xlsx", produces = XLSX)
	void ledgerAsSpreadsheet(ExportQuery query, @AuthenticationPrincipal Member member, Locale locale,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.download.send(ExportKind.LEDGER, query, member, locale, request, response);
	}

	@Operation(summary = "The settlement by show and grade as CSV; the trail notes it")
	@ApiErrors({ NotFoundException.class, TooManyRequestsException.class })
	@ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "string", format = "binary")))
	@GetMapping(path = PATH + "settlement.csv", produces = CSV)
	void settlementAsCsv(ExportQuery query, @AuthenticationPrincipal Member member, Locale locale,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.download.send(ExportKind.SETTLEMENT, query, member, locale, request, response);
	}

	@Operation(summary = "The settlement by show and grade as a spreadsheet; the trail notes it")
	@ApiErrors({ NotFoundException.class, TooManyRequestsException.class })
	@ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "string", format = "binary")))
	@GetMapping(path = PATH + "settlement.xlsx", produces = XLSX)
	void settlementAsSpreadsheet(ExportQuery query, @AuthenticationPrincipal Member member, Locale locale,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.download.send(ExportKind.SETTLEMENT, query, member, locale, request, response);
	}

	@Operation(summary = "The history of sales per minute as CSV; the trail notes it")
	@ApiErrors({ NotFoundException.class, TooManyRequestsException.class })
	@ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "string", format = "binary")))
	@GetMapping(path = PATH + "queue.csv", produces = CSV)
	void queueAsCsv(ExportQuery query, @AuthenticationPrincipal Member member, Locale locale,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.download.send(ExportKind.QUEUE, query, member, locale, request, response);
	}

	@Operation(summary = "The history of sales per minute as a spreadsheet; the trail notes it")
	@ApiErrors({ NotFoundException.class, TooManyRequestsException.class })
	@ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "string", format = "binary")))
	@GetMapping(path = PATH + "queue.xlsx", produces = XLSX)
	void queueAsSpreadsheet(ExportQuery query, @AuthenticationPrincipal Member member, Locale locale,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.download.send(ExportKind.QUEUE, query, member, locale, request, response);
	}

}
