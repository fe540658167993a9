package app.frontrow.office.web.concert;

import java.net.URI;
import java.time.LocalDate;

import app.frontrow.members.Member;
import app.frontrow.office.concert.ConcertCopy;
import app.frontrow.office.concert.ConcertPlanService;
import app.frontrow.office.concert.OfficeConcert;
import app.frontrow.office.concert.OfficeConcertService;
import app.frontrow.office.concert.OfficeStatus;
import app.frontrow.shared.PageOf;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.api.Paging;
import app.frontrow.shared.web.problem.ApiErrors;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Ticket office")
@RestController
@RequestMapping(ApiPaths.V1 + "/office/concerts")
class OfficeConcertApiController {

	private final OfficeConcertService concerts;

	private final ConcertPlanService plans;

	OfficeConcertApiController(OfficeConcertService concerts, ConcertPlanService plans) {
		this.concerts = concerts;
		this.plans = plans;
	}

	@Operation(summary = "Search the concerts that one's roles cover")
	@GetMapping
	PageOf<OfficeConcert> list(@AuthenticationPrincipal Member member,
			@RequestParam(required = false) @Nullable String q,
			@RequestParam(required = false) @Nullable OfficeStatus status, @Valid Paging paging) {
		return this.concerts.find(member.id(), q, status, paging.page(), paging.size());
	}

	@Operation(summary = "One concert with all its dates, in the form that a change takes")
	@GetMapping("/{id}")
	ResponseEntity<OfficeConcert> concert(@PathVariable long id) {
		OfficeConcert concert = this.concerts.get(id);
		return ResponseEntity.ok().eTag(tag(concert)).body(concert);
	}

	@Operation(summary = "Copy a concert into a new draft, with its shows moved and without any sale")
	@ApiErrors(InvalidInputException.class)
	@PostMapping("/{id}/copies")
	@ApiResponse(responseCode = "201", useReturnTypeSchema = true, headers = @Header(name = "Location",
			description = "The draft", required = true, schema = @Schema(type = "string", format = "uri-reference")))
	ResponseEntity<OfficeConcert> copy(@AuthenticationPrincipal Member member, @PathVariable long id,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
			@Valid @RequestBody ConcertCopyRequest request) {
		long created = this.plans.copy(member, id, new ConcertCopy(request.title(), request.firstShowOn()), key).id();
		return ResponseEntity.created(URI.create(ApiPaths.V1 + "/office/concerts/" + created))
			.body(this.concerts.get(created));
	}

	/**
	 * A request for a copy of a concert.
	 *
	 * @param firstShowOn the day of the first show in Seoul; all other times move by as
	 * many days
	 */
	record ConcertCopyRequest(@NotNull String title, @NotNull LocalDate firstShowOn) {
	}

	/**
	 * Returns the entity tag: the version for {@code If-Match}, then a checksum of the
	 * whole answer. Sold seats change the answer without a new version.
	 */
	private static String tag(OfficeConcert concert) {
		return "\"" + concert.version() + "-" + Integer.toHexString(concert.hashCode()) + "\"";
	}

}
