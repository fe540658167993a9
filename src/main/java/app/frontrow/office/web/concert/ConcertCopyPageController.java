package app.frontrow.office.web.concert;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import app.frontrow.idempotency.IdempotencyService;
import app.frontrow.members.Member;
import app.frontrow.office.concert.ConcertCopy;
import app.frontrow.office.concert.ConcertPlanService;
import app.frontrow.office.concert.CreatedConcert;
import app.frontrow.office.concert.OfficeConcert;
import app.frontrow.office.concert.OfficeConcertService;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.web.page.FormErrorLink;
import app.frontrow.shared.web.page.FlashMessageWriter;
import app.frontrow.shared.web.page.FormErrorMapper;
import app.frontrow.shared.web.page.PageController;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page that copies a concert into a new draft.
 */
@PageController
class ConcertCopyPageController {

	private static final String PATH = "/office/concerts/{id}/copy";

	private final ConcertPlanService plans;

	private final OfficeConcertService concerts;

	private final IdempotencyService requests;

	private final FlashMessageWriter flashes;

	private final MessageSource messages;

	ConcertCopyPageController(ConcertPlanService plans, OfficeConcertService concerts, IdempotencyService requests,
			FlashMessageWriter flashes, MessageSource messages) {
		this.plans = plans;
		this.concerts = concerts;
		this.requests = requests;
		this.flashes = flashes;
		this.messages = messages;
	}

	@GetMapping(PATH)
	String show(@PathVariable long id, Model model) {
		OfficeConcert concert = this.concerts.get(id);
		return page(concert, concert.title(), "", Map.of(), model);
	}

	@PostMapping(PATH)
	String copy(@PathVariable long id, @RequestParam(defaultValue = "") String title,
			@RequestParam(defaultValue = "") String firstShowOn,
			@RequestParam(required = false) @Nullable String idempotencyKey, @AuthenticationPrincipal Member member,
			HttpServletResponse response, Locale locale, Model model, RedirectAttributes redirect) {
		try {
			ConcertCopy copy = new ConcertCopy(title, readDay(firstShowOn));
			CreatedConcert created = this.requests.awaitResult(() -> this.plans.copy(member, id, copy, idempotencyKey));
			this.flashes.addNotice(redirect, "flash.concert-copied");
			redirect.addAttribute("created", created.id());
			return "redirect:/office/concerts/{created}/edit";
		}
		catch (InvalidInputException invalid) {
			Map<String, String> faults = new LinkedHashMap<>();
			invalid.violations()
				.forEach((fault) -> faults.putIfAbsent(fault.field(),
						this.messages.getMessage("invalid." + fault.rule(), fault.arguments().toArray(), locale)));
			FormErrorMapper.answer(response, model, invalid.code(), "/office/concerts/" + id + "/copy");
			return page(this.concerts.get(id), title, firstShowOn, faults, model);
		}
	}

	private static LocalDate readDay(String typed) {
		try {
			return LocalDate.parse(typed.strip());
		}
		catch (DateTimeException unreadable) {
			throw new InvalidInputException("firstShowOn", typed.isBlank() ? "required" : "date");
		}
	}

	private static String page(OfficeConcert concert, String title, String firstShowOn, Map<String, String> faults,
			Model model) {
		model.addAttribute("concert", concert);
		model.addAttribute("typedTitle", title);
		model.addAttribute("typedDay", firstShowOn);
		model.addAttribute("faults", faults);
		model.addAttribute("faultLinks", FormErrorLink.of(faults));
		return "office/copy";
	}

}
