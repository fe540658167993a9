package app.frontrow.office.web.concert;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import app.frontrow.catalogue.CatalogueEditService;
import app.frontrow.catalogue.cancellation.CancellationSettings;
import app.frontrow.catalogue.concert.ConcertDraft;
import app.frontrow.catalogue.edit.ConcertEditOptions;
import app.frontrow.catalogue.edit.VersionConflictException;
import app.frontrow.idempotency.IdempotencyService;
import app.frontrow.members.Member;
import app.frontrow.office.concert.ConcertPlanService;
import app.frontrow.office.concert.CreatedConcert;
import app.frontrow.office.concert.OfficeConcert;
import app.frontrow.office.concert.OfficeConcertService;
import app.frontrow.office.concert.OfficeShow;
import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.Refusal;
import app.frontrow.shared.web.page.FormErrorLink;
import app.frontrow.shared.web.page.FlashMessage;
import app.frontrow.shared.web.page.FlashMessageWriter;
import app.frontrow.shared.web.page.FormErrorMapper;
import app.frontrow.shared.web.page.PageController;
import jakarta.servlet.http.HttpServletRequest;
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
 * The form that makes and changes a concert. Buttons that add lines send the whole form
 * and get it back, so it works without scripts.
 */
@PageController
class ConcertFormPageController {

	private static final String NEW = "/office/concerts/new";

	private static final String EDIT = "/office/concerts/{id}/edit";

	private final CatalogueEditService programme;

	private final ConcertPlanService plans;

	private final IdempotencyService requests;

	private final OfficeConcertService concerts;

	private final CancellationSettings cancellation;

	private final FlashMessageWriter flashes;

	private final MessageSource messages;

	ConcertFormPageController(CatalogueEditService programme, ConcertPlanService plans, IdempotencyService requests,
			OfficeConcertService concerts, CancellationSettings cancellation, FlashMessageWriter flashes,
			MessageSource messages) {
		this.plans = plans;
		this.requests = requests;
		this.cancellation = cancellation;
		this.programme = programme;
		this.concerts = concerts;
		this.flashes = flashes;
		this.messages = messages;
	}

	@GetMapping(NEW)
	String showNew(Model model) {
		return page(ConcertForm.empty(this.cancellation.defaultRules()), null, model);
	}

	@GetMapping(EDIT)
	String showEdit(@PathVariable long id, Model model) {
		OfficeConcert concert = this.concerts.get(id);
		return page(ConcertForm.of(concert), concert, model);
	}

	@PostMapping(NEW)
	String add(@RequestParam(defaultValue = "save") String action,
			@RequestParam(required = false) @Nullable String idempotencyKey, @AuthenticationPrincipal Member member,
			HttpServletRequest request, HttpServletResponse response, Locale locale, Model model,
			RedirectAttributes redirect) {
		ConcertForm form = ConcertForm.read(request);
		try {
			if (!isSaving(action)) {
				return page(form.change(action), null, model);
			}
			ConcertDraft draft = form.toDraft(this.cancellation.defaultRules());
			CreatedConcert created = this.requests
				.awaitResult(() -> this.plans.register(member, draft, action.equals("announce"), idempotencyKey));
			return saved(created.id(), action, redirect);
		}
		catch (ConcertFormFault | Refusal fault) {
			return refuse(form, null, fault, response, locale, model);
		}
	}

	@PostMapping(EDIT)
	String edit(@PathVariable long id, @RequestParam(defaultValue = "save") String action, HttpServletRequest request,
			HttpServletResponse response, Locale locale, Model model, RedirectAttributes redirect) {
		ConcertForm form = ConcertForm.read(request);
		OfficeConcert concert = this.concerts.get(id);
		try {
			if (!isSaving(action)) {
				return page(form.change(action), concert, model);
			}
			ConcertDraft draft = form.toDraft(concert.cancellationRules());
			List<Long> leaving = concert.plannedShows()
				.stream()
				.filter((show) -> !draft.shows().contains(show.startsAt()))
				.map(OfficeShow::id)
				.toList();
			this.programme.change(id, draft, leaving,
					new ConcertEditOptions(form.readVersion(), action.equals("announce") ? Boolean.TRUE : null));
			return saved(id, action, redirect);
		}
		catch (ConcertFormFault | Refusal fault) {
			return refuse(form, concert, fault, response, locale, model);
		}
	}

	private static boolean isSaving(String action) {
		return action.equals("save") || action.equals("announce");
	}

	private String saved(long id, String action, RedirectAttributes redirect) {
		this.flashes.addNotice(redirect, action.equals("announce") ? "flash.concert-announced" : "flash.concert-saved");
		redirect.addAttribute("id", id);
		return "redirect:/office/concerts/{id}/edit";
	}

	/** Shows the form as it was typed, and what is wrong with it. */
	private String refuse(ConcertForm form, @Nullable OfficeConcert concert, RuntimeException fault,
			HttpServletResponse response, Locale locale, Model model) {
		ConcertForm shown = form;
		Map<String, String> faults = new LinkedHashMap<>();
		ErrorCode code = ErrorCode.VALIDATION_FAILED;
		if (fault instanceof ConcertFormFault unreadable) {
			faults.put(unreadable.field(),
					this.messages.getMessage("office.form.fault." + unreadable.getMessage(), null, locale));
		}
		else if (fault instanceof InvalidInputException invalid) {
			invalid.violations()
				.forEach((violation) -> faults.putIfAbsent(violation.field(), this.messages
					.getMessage("invalid." + violation.rule(), violation.arguments().toArray(), locale)));
		}
		else if (fault instanceof VersionConflictException && concert != null) {
			code = VersionConflictException.CODE;
			model.addAttribute("theirs", ConcertFormComparison.findDifferences(ConcertForm.of(concert), form));
			shown = form.withVersion(concert.version());
		}
		else {
			Refusal refusal = (Refusal) fault;
			code = refusal.code();
			model.addAttribute(FlashMessage.ATTRIBUTE, this.flashes.create(refusal));
		}
		model.addAttribute("faults", faults);
		model.addAttribute("faultLinks", FormErrorLink.of(faults));
		FormErrorMapper.answer(response, model, code,
				(concert != null) ? "/office/concerts/" + concert.id() + "/edit" : NEW);
		return page(shown, concert, model);
	}

	private String page(ConcertForm form, @Nullable OfficeConcert concert, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("concert", concert);
		model.addAttribute("weekdays", ConcertForm.WEEKDAYS);
		if (!model.containsAttribute("faults")) {
			model.addAttribute("faults", Map.of());
		}
		return "office/concert-form";
	}

}
