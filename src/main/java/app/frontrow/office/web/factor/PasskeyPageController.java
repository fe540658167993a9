package app.frontrow.office.web.factor;

import app.frontrow.office.staff.StaffFactorService;
import app.frontrow.security.LoginDestinationResolver;
import app.frontrow.security.factor.AddedSecondFactor;
import app.frontrow.security.factor.PasskeyFactorService;
import app.frontrow.security.passkey.PasskeyService;
import app.frontrow.security.passkey.PasskeySite;
import app.frontrow.security.session.LoginSessionStrategy;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.Refusal;
import app.frontrow.shared.web.page.FlashMessageWriter;
import app.frontrow.shared.web.page.PageController;
import app.frontrow.shared.web.site.SiteAddressResolver;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The forms of passkeys. A script asks for the options, lets the browser make or use a
 * passkey, and sends the form with the answer. A challenge is valid for one answer.
 */
@PageController
@RequestMapping(FactorPageController.PATH + "/passkeys")
class PasskeyPageController {

	private static final String CHALLENGE = "frontrow.passkeyChallenge";

	private final PasskeyFactorService passkeys;

	private final StaffFactorService changes;

	private final LoginSessionStrategy sessions;

	private final LoginDestinationResolver destinations;

	private final SiteAddressResolver addresses;

	private final FlashMessageWriter flashes;

	PasskeyPageController(PasskeyFactorService passkeys, StaffFactorService changes, LoginSessionStrategy sessions,
			LoginDestinationResolver destinations, SiteAddressResolver addresses, FlashMessageWriter flashes) {
		this.passkeys = passkeys;
		this.changes = changes;
		this.sessions = sessions;
		this.destinations = destinations;
		this.addresses = addresses;
		this.flashes = flashes;
	}

	/** The browser comes here if a log-in or an outage interrupted a form. */
	@GetMapping({ "", "/options", "/step", "/step/options", "/{id}/remove" })
	String redirectToPage() {
		return FactorPageController.BACK;
	}

	@PostMapping("/options")
	ResponseEntity<String> describeNew(Authentication login, HttpServletRequest request) {
		return json(this.passkeys.describeNew(login, site(request), challenge(request.getSession())));
	}

	@PostMapping
	String add(@RequestParam(defaultValue = "") String credential, @RequestParam(defaultValue = "") String label,
			Authentication login, HttpServletRequest request, RedirectAttributes redirect) {
		try {
			AddedSecondFactor change = this.changes.addPasskey(login, site(request),
					takeChallenge(request.getSession()), credential, label);
			NewFactorCodes.keep(request.getSession(), change.codes());
			this.sessions.renew(request, change.login());
			this.flashes.addNotice(redirect, "flash.factor-added");
		}
		catch (Refusal refusal) {
			this.flashes.addRefusal(redirect, refusal);
		}
		return FactorPageController.BACK;
	}

	@PostMapping("/step/options")
	ResponseEntity<String> describeUse(Authentication login, HttpServletRequest request) {
		return json(this.passkeys.describeUse(login, site(request), challenge(request.getSession())));
	}

	/** Passes the second step and redirects to the page that the member wanted. */
	@PostMapping("/step")
	String pass(@RequestParam(defaultValue = "") String credential, Authentication login, HttpServletRequest request,
			HttpServletResponse response, RedirectAttributes redirect) {
		try {
			Authentication passed = this.passkeys.verify(login, site(request), takeChallenge(request.getSession()),
					credential);
			this.sessions.renew(request, passed);
			return "redirect:" + this.destinations.resolve(passed, "/office", request, response);
		}
		catch (Refusal refusal) {
			this.flashes.addRefusal(redirect, refusal);
			return FactorPageController.BACK;
		}
	}

	@PostMapping("/{id}/remove")
	String remove(@PathVariable String id, Authentication login, RedirectAttributes redirect) {
		try {
			this.changes.removePasskey(login, id);
			this.flashes.addNotice(redirect, "flash.factor-removed");
		}
		catch (Refusal refusal) {
			this.flashes.addRefusal(redirect, refusal);
		}
		return FactorPageController.BACK;
	}

	private PasskeySite site(HttpServletRequest request) {
		return PasskeySite.of(this.addresses.resolve(request, ""));
	}

	private static String challenge(HttpSession session) {
		String challenge = PasskeyService.newChallenge();
		session.setAttribute(CHALLENGE, challenge);
		return challenge;
	}

	private static String takeChallenge(HttpSession session) {
		if (session.getAttribute(CHALLENGE) instanceof String challenge) {
			session.removeAttribute(CHALLENGE);
			return challenge;
		}
		throw new InvalidInputException("passkey", "passkey");
	}

	private static ResponseEntity<String> json(String options) {
		return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(options);
	}

}
