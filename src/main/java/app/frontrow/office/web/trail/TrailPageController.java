package app.frontrow.office.web.trail;

import java.util.Arrays;

import app.frontrow.office.trail.TrailFilter;
import app.frontrow.office.trail.TrailKind;
import app.frontrow.office.trail.TrailService;
import app.frontrow.office.trail.TrailVerifier;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.web.page.FlashMessage;
import app.frontrow.shared.web.page.FlashMessageWriter;
import app.frontrow.shared.web.page.PageController;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The trail as a page, with the result of its verification.
 */
@PageController
class TrailPageController {

	private static final String PATH = "/office/trail";

	private static final int PAGE_SIZE = 50;

	private static final int LAST_PAGE = 100_000;

	private final TrailService trail;

	private final TrailVerifier verifier;

	private final FlashMessageWriter flashes;

	TrailPageController(TrailService trail, TrailVerifier verifier, FlashMessageWriter flashes) {
		this.trail = trail;
		this.verifier = verifier;
		this.flashes = flashes;
	}

	@GetMapping(PATH)
	String show(@RequestParam(defaultValue = "") String who, @RequestParam(defaultValue = "") String what,
			@RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to,
			@RequestParam(defaultValue = "0") int page, HttpServletResponse response, Model model) {
		TrailQuery query = new TrailQuery(who, what, from, to);
		TrailFilter filter = new TrailFilter(null, null, null, null);
		try {
			filter = query.toFilter();
		}
		catch (InvalidInputException invalid) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			model.addAttribute(FlashMessage.ATTRIBUTE, this.flashes.create(invalid));
		}
		model.addAttribute("kinds", Arrays.stream(TrailKind.values()).map(TrailKind::code).toList());
		model.addAttribute("query", query);
		model.addAttribute("base",
				UriComponentsBuilder.fromPath(PATH)
					.queryParam("who", "{who}")
					.queryParam("what", "{what}")
					.queryParam("from", "{from}")
					.queryParam("to", "{to}")
					.encode()
					.build(who, what, from, to)
					.toString());
		model.addAttribute("entries", this.trail.find(filter, Math.min(Math.max(page, 0), LAST_PAGE), PAGE_SIZE));
		model.addAttribute("check", this.verifier.verify());
		return "office/trail";
	}

}
