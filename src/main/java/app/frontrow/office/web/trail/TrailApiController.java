package app.frontrow.office.web.trail;

import java.time.Instant;

import app.frontrow.office.trail.TrailCheck;
import app.frontrow.office.trail.TrailEntry;
import app.frontrow.office.trail.TrailService;
import app.frontrow.office.trail.TrailVerifier;
import app.frontrow.shared.PageOf;
import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.api.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.annotation.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Ticket office")
@RestController
@RequestMapping(ApiPaths.V1 + "/office/trail")
class TrailApiController {

	private final TrailService trail;

	private final TrailVerifier verifier;

	TrailApiController(TrailService trail, TrailVerifier verifier) {
		this.trail = trail;
		this.verifier = verifier;
	}

	@Operation(summary = "What the staff changed, newest first; from and to are days in Seoul, or times")
	@GetMapping
	PageOf<TrailView> list(@RequestParam(required = false) @org.jspecify.annotations.Nullable String who,
			@RequestParam(required = false) @org.jspecify.annotations.Nullable String what,
			@RequestParam(required = false) @org.jspecify.annotations.Nullable String from,
			@RequestParam(required = false) @org.jspecify.annotations.Nullable String to, @Valid Paging paging) {
		return this.trail.find(new TrailQuery(who, what, from, to).toFilter(), paging.page(), paging.size())
			.map(TrailView::of);
	}

	@Operation(summary = "Look for entries that were altered or are missing")
	@GetMapping("/verification")
	VerificationView verify() {
		TrailCheck check = this.verifier.verify();
		return new VerificationView(check.isIntact(), check.entries(), check.head(), check.firstWrong());
	}

	/**
	 * An entry of the trail.
	 *
	 * @param before JSON of the state before, as text
	 * @param after JSON of the state after, as text
	 */
	record TrailView(long number, Instant at, String who, String roles, String what, String subject,
			@Nullable Long concertId, @Nullable String before, @Nullable String after, @Nullable String reason,
			String hash) {

		static TrailView of(TrailEntry entry) {
			return new TrailView(entry.number(), entry.at(), entry.username(), entry.roles(), entry.what(),
					entry.subject(), entry.concertId(), entry.before(), entry.after(), entry.reason(), entry.hash());
		}

	}

	/**
	 * What the verification has found.
	 *
	 * @param entries how many entries agree
	 * @param head the hash of the last of them
	 * @param firstWrong the number of the first altered or missing entry
	 */
	record VerificationView(boolean intact, long entries, String head, @Nullable Long firstWrong) {
	}

}
