package app.frontrow.office.web.export;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import app.frontrow.members.Member;
import app.frontrow.office.export.ExportKind;
import app.frontrow.office.web.TypedTime;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.web.page.FlashMessage;
import app.frontrow.shared.web.page.FlashMessageWriter;
import app.frontrow.shared.web.page.PageController;
import app.frontrow.staff.StaffAccessService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page with the links to exports, and the files behind these links.
 */
@PageController
class ExportPageController {

	private static final String PATH = "/office/exports";

	private final ExportDownload download;

	private final StaffAccessService staff;

	private final FlashMessageWriter flashes;

	ExportPageController(ExportDownload download, StaffAccessService staff, FlashMessageWriter flashes) {
		this.download = download;
		this.staff = staff;
		this.flashes = flashes;
	}

	/**
	 * The form chooses which part of the tables is exported, and the links contain this
	 * choice.
	 */
	@GetMapping(PATH)
	String show(@RequestParam(defaultValue = "") String concertId, @RequestParam(defaultValue = "") String from,
			@RequestParam(defaultValue = "") String to, @AuthenticationPrincipal Member member,
			HttpServletResponse response, Model model) {
		try {
			checkConcert(concertId);
			TypedTime.from("from", from);
			TypedTime.to("to", to);
		}
		catch (InvalidInputException invalid) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			model.addAttribute(FlashMessage.ATTRIBUTE, this.flashes.create(invalid));
			model.addAttribute("refused", true);
		}
		model.addAttribute("concertId", concertId.strip());
		model.addAttribute("from", from);
		model.addAttribute("to", to);
		model.addAttribute("kinds", findKinds(member));
		return "office/exports";
	}

	@GetMapping({ PATH + "/orders.{format:csv|xlsx}", PATH + "/tickets.{format:csv|xlsx}" })
	void sendSales(ExportQuery query, @PathVariable String format, @AuthenticationPrincipal Member member,
			Locale locale, HttpServletRequest request, HttpServletResponse response) throws IOException {
		send(query, member, locale, request, response);
	}

	@GetMapping({ PATH + "/ledger.{format:csv|xlsx}", PATH + "/settlement.{format:csv|xlsx}",
			PATH + "/queue.{format:csv|xlsx}" })
	void sendBooks(ExportQuery query, @PathVariable String format, @AuthenticationPrincipal Member member,
			Locale locale, HttpServletRequest request, HttpServletResponse response) throws IOException {
		send(query, member, locale, request, response);
	}

	private void send(ExportQuery query, Member member, Locale locale, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		String file = request.getRequestURI().substring(request.getRequestURI().lastIndexOf('/') + 1);
		ExportKind kind = Arrays.stream(ExportKind.values())
			.filter((each) -> file.startsWith(each.code() + "."))
			.findFirst()
			.orElseThrow();
		this.download.send(kind, query, member, locale, request, response);
	}

	private List<String> findKinds(Member member) {
		return Arrays.stream(ExportKind.values())
			.filter((kind) -> !this.staff.getScope(member.id(), kind.roles()).isEmpty())
			.map(ExportKind::code)
			.toList();
	}

	private static void checkConcert(String typed) {
		if (!typed.strip().matches("\\d{0,18}")) {
			throw new InvalidInputException("concertId", "no-such-concert");
		}
	}

}
