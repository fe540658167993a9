package app.frontrow.office.web.concert;

import app.frontrow.members.Member;
import app.frontrow.office.concert.OfficeConcert;
import app.frontrow.office.concert.OfficeConcertService;
import app.frontrow.office.concert.OfficeStatus;
import app.frontrow.shared.PageOf;
import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.api.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Ticket office")
@RestController
@RequestMapping(ApiPaths.V1 + "/office/concerts")
class OfficeConcertApiController {

	private final OfficeConcertService concerts;

	OfficeConcertApiController(OfficeConcertService concerts) {
		this.concerts = concerts;
	}

	@Operation(summary = "Search the concerts that one's roles cover")
	@GetMapping
	PageOf<OfficeConcert> list(@AuthenticationPrincipal Member member, @RequestParam(required = false) String q,
			@RequestParam(required = false) OfficeStatus status, @Valid Paging paging) {
		return this.concerts.find(member.id(), q, status, paging.page(), paging.size());
	}

	@Operation(summary = "One concert with all its dates, in the form that a change takes")
	@GetMapping("/{id}")
	ResponseEntity<OfficeConcert> concert(@PathVariable long id) {
		OfficeConcert concert = this.concerts.get(id);
		return ResponseEntity.ok().eTag(tag(concert)).body(concert);
	}

	/**
	 * The version for If-Match, and what else a reader sees: seats are sold without a new
	 * version.
	 */
	private static String tag(OfficeConcert concert) {
		return "\"" + concert.version() + "-" + Integer.toHexString(concert.hashCode()) + "\"";
	}

}
