package app.frontrow.office.web.factor;

import java.util.List;

import app.frontrow.members.Member;
import app.frontrow.office.staff.StaffFactorService;
import app.frontrow.security.LoginDestinationResolver;
import app.frontrow.security.factor.AddedSecondFactor;
import app.frontrow.security.factor.SecondFactor;
import app.frontrow.security.factor.SecondFactorAccessService;
import app.frontrow.security.factor.SecondFactorService;
import app.frontrow.security.factor.TotpFactorService;
import app.frontrow.security.session.LoginSessionStrategy;
import app.frontrow.security.totp.TotpProposal;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.Refusal;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.web.page.FlashMessageWriter;
import app.frontrow.shared.web.page.FormErrorMapper;
import app.frontrow.shared.web.page.PageController;
import app.frontrow.shared.web.page.QrCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page of the second factor. A member who has one and has logged in with the password
 * alone sees only the form for a code.
 */
@PageController
@RequestMapping(FactorPageController.PATH)
class FactorPageController {

	static final String PATH = "/office/security";

	static final String BACK = "redirect:" + PATH;

	private final SecondFactorService factors;

	private final TotpFactorService apps;

	private final SecondFactorAccessService access;

	private final StaffFactorService changes;

	private final LoginSessionStrategy sessions;

	private final LoginDestinationResolver destinations;

	private final RequestCache redirects;

	private final FlashMessageWriter flashes;

	FactorPageController(SecondFactorService factors, TotpFactorService apps, SecondFactorAccessService access,
			StaffFactorService changes, LoginSessionStrategy sessions, LoginDestinationResolver destinations,
			RequestCache redirects, FlashMessageWriter flashes) {
		this.factors = factors;
		this.apps = apps;
		this.access = access;
		this.changes = changes;
		this.sessions = sessions;
		this.destinations = destinations;
		this.redirects = redirects;
		this.flashes = flashes;
	}

	@GetMapping
	String show(Authentication login, HttpSession session, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		model.addAttribute("form", new CodeForm(""));
		model.addAttribute("codes", NewFactorCodes.take(session));
		return page(login, request, response, model);
	}

	/** The browser comes here if a log-in or an outage interrupted a form. */
	@GetMapping({ "/step", "/app", "/app/remove", "/codes" })
	String redirectToPage() {
		return BACK;
	}

	/** Passes the second step and redirects to the page that the member wanted. */
	@PostMapping("/step")
	String pass(@ModelAttribute("form") CodeForm form, BindingResult result, Authentication login,
			HttpServletRequest request, HttpServletResponse response, Model model, RedirectAttributes redirect) {
		try {
			Authentication passed = this.factors.verify(login, form.typed());
			this.sessions.renew(request, passed);
			return "redirect:" + this.destinations.resolve(passed, "/office", request, response);
		}
		catch (Refusal refusal) {
			return refuse(refusal, result, login, request, response, model, redirect);
		}
	}

	@PostMapping("/app")
	String addApp(@ModelAttribute("form") CodeForm form, BindingResult result, Authentication login,
			HttpServletRequest request, HttpServletResponse response, Model model, RedirectAttributes redirect) {
		try {
			AddedSecondFactor change = this.changes.addApp(login, request.getSession().getId(), form.typed());
			NewFactorCodes.keep(request.getSession(), change.codes());
			this.sessions.renew(request, change.login());
			this.flashes.addNotice(redirect, "flash.factor-added");
			return BACK;
		}
		catch (Refusal refusal) {
			return refuse(refusal, result, login, request, response, model, redirect);
		}
	}

	@PostMapping("/app/remove")
	String removeApp(Authentication login, RedirectAttributes redirect) {
		try {
			this.changes.removeApp(login);
			this.flashes.addNotice(redirect, "flash.factor-removed");
		}
		catch (Refusal refusal) {
			this.flashes.addRefusal(redirect, refusal);
		}
		return BACK;
	}

	@PostMapping("/codes")
	String renewCodes(Authentication login, HttpSession session, RedirectAttributes redirect) {
		try {
			NewFactorCodes.keep(session, this.changes.renewCodes(login));
		}
		catch (Refusal refusal) {
			this.flashes.addRefusal(redirect, refusal);
		}
		return BACK;
	}

	private String refuse(Refusal refusal, BindingResult result, Authentication login, HttpServletRequest request,
			HttpServletResponse response, Model model, RedirectAttributes redirect) {
		if (refusal instanceof InvalidInputException invalid) {
			FormErrorMapper.mark(result, invalid);
			FormErrorMapper.answer(response, model, invalid.code(), PATH);
			return page(login, request, response, model);
		}
		if (refusal instanceof TooManyRequestsException tooMany) {
			FormErrorMapper.mark(result, "code", tooMany);
			FormErrorMapper.answer(response, model, tooMany, PATH);
			return page(login, request, response, model);
		}
		this.flashes.addRefusal(redirect, refusal);
		return BACK;
	}

	private String page(Authentication login, HttpServletRequest request, HttpServletResponse response, Model model) {
		Member member = Member.of(login);
		SecondFactor factor = this.factors.find(member.id());
		boolean open = this.access.authorize(login).isGranted();
		model.addAttribute("factor", factor);
		model.addAttribute("required", !open);
		model.addAttribute("step", factor.isEnrolled() && !open);
		SavedRequest saved = this.redirects.getRequest(request, response);
		model.addAttribute("next", (saved != null) ? saved.getRedirectUrl() : "/office");
		model.asMap().putIfAbsent("codes", List.of());
		if (!factor.totp()) {
			TotpProposal proposal = this.apps.propose(member, request.getSession().getId());
			model.addAttribute("secret", proposal.secret());
			model.addAttribute("qr", QrCode.of(proposal.uri()));
		}
		return "office/security";
	}

}
