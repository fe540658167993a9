package app.frontrow.security.web;

import java.util.Locale;

import app.frontrow.members.Member;
import app.frontrow.members.MemberService;
import app.frontrow.members.SignUpRateLimiter;
import app.frontrow.members.UsernameTakenException;
import app.frontrow.security.LoginDestinationResolver;
import app.frontrow.security.account.RecoveryCodeService;
import app.frontrow.security.session.LoginSessionStrategy;
import app.frontrow.security.web.account.NewRecoveryCodes;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.web.http.ClientAddressResolver;
import app.frontrow.shared.web.page.FlashMessageWriter;
import app.frontrow.shared.web.page.FormErrorMapper;
import app.frontrow.shared.web.page.PageController;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Signs up a new member. The member is logged in at once and returns to the page that
 * needed a log-in.
 */
@PageController
@RequestMapping("/signup")
class SignupPageController {

	private static final String VIEW = "members/signup";

	private final MemberService members;

	private final SignUpRateLimiter limit;

	private final FlashMessageWriter flashes;

	private final LoginDestinationResolver destinations;

	private final LoginSessionStrategy sessions;

	private final LocaleResolver locales;

	private final RecoveryCodeService codes;

	SignupPageController(MemberService members, SignUpRateLimiter limit, FlashMessageWriter flashes,
			LoginDestinationResolver destinations, LoginSessionStrategy sessions, LocaleResolver locales,
			RecoveryCodeService codes) {
		this.members = members;
		this.limit = limit;
		this.flashes = flashes;
		this.destinations = destinations;
		this.sessions = sessions;
		this.locales = locales;
		this.codes = codes;
	}

	@GetMapping
	String form(Model model) {
		model.addAttribute("form", new SignupForm("", "", ""));
		return VIEW;
	}

	/** Keeps the typed names but not the password. */
	@PostMapping(params = "language")
	String switchLanguage(SignupForm typed, @RequestParam Locale language, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		this.locales.setLocale(request, response, language);
		model.addAttribute("form", new SignupForm(typed.username(), typed.displayName(), ""));
		return VIEW;
	}

	@PostMapping
	String signUp(@ModelAttribute("form") SignupForm form, BindingResult result, HttpServletRequest request,
			HttpServletResponse response, Model model, RedirectAttributes redirect) throws ServletException {
		try {
			this.limit.check(ClientAddressResolver.resolve(request));
			Member member = this.members.register(form.username(), form.password(), form.displayName());
			if (!logIn(request, member.username(), form.password())) {
				this.flashes.addNotice(redirect, "flash.signed-up");
				return "redirect:/login";
			}
			NewRecoveryCodes.keep(request.getSession(), this.codes.renew(member.id()));
			this.flashes.addNotice(redirect, "flash.welcome", member.displayName());
			Authentication login = (Authentication) request.getUserPrincipal();
			return "redirect:" + this.destinations.resolve(login, NewRecoveryCodes.PATH, request, response);
		}
		catch (InvalidInputException invalid) {
			FormErrorMapper.mark(result, invalid);
			FormErrorMapper.answer(response, model, invalid.code(), "/signup");
		}
		catch (UsernameTakenException taken) {
			FormErrorMapper.mark(result, "username", taken);
			FormErrorMapper.answer(response, model, taken.code(), "/signup");
		}
		catch (TooManyRequestsException tooMany) {
			FormErrorMapper.answer(response, model, tooMany, "/signup");
		}
		return VIEW;
	}

	/**
	 * Begins a new session, as the log-in page does.
	 * @return false if too many log-ins failed from this address
	 */
	private boolean logIn(HttpServletRequest request, String username, String password) throws ServletException {
		if (request.getUserPrincipal() != null) {
			request.logout();
		}
		this.sessions.begin(request);
		try {
			request.login(username, password);
			return true;
		}
		catch (ServletException refused) {
			if (refused.getCause() instanceof AuthenticationServiceException slowed
					&& slowed.getCause() instanceof TooManyRequestsException) {
				return false;
			}
			throw refused;
		}
	}

}
