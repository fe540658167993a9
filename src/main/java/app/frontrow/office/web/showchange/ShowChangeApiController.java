package app.frontrow.office.web.showchange;

import java.time.Instant;
import java.util.UUID;

import app.frontrow.catalogue.edit.ShowNotChangeableException;
import app.frontrow.members.Member;
import app.frontrow.office.showchange.ShowChangeOfficeService;
import app.frontrow.office.showchange.ShowJob;
import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.problem.ApiErrors;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.annotation.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Ticket office")
@RestController
@RequestMapping(ApiPaths.V1 + "/office")
class ShowChangeApiController {

	private final ShowChangeOfficeService changes;

	ShowChangeApiController(ShowChangeOfficeService changes) {
		this.changes = changes;
	}

	@Operation(summary = "Cancel a show: its sale ends, and every order is refunded in full")
	@ApiResponse(responseCode = "200", description = "A preview; nothing has changed")
	@ApiResponse(responseCode = "202", description = "The job that refunds the orders")
	@ApiErrors(ShowNotChangeableException.class)
	@PostMapping("/shows/{id}/cancellation")
	ResponseEntity<ShowJobView> cancel(@PathVariable long id, @AuthenticationPrincipal Member member,
			@Valid @RequestBody ShowCancellationRequest request) {
		if (Boolean.TRUE.equals(request.dryRun())) {
			return ResponseEntity.ok(ShowJobView.preview(this.changes.preview(id), true));
		}
		return accept(this.changes.cancel(member, id, request.reason()));
	}

	@Operation(summary = "Move a show: tickets stay valid, and members may return them without a fee for some time")
	@ApiResponse(responseCode = "200", description = "A preview; nothing has changed")
	@ApiResponse(responseCode = "202", description = "The job that tells the members")
	@ApiErrors(ShowNotChangeableException.class)
	@PostMapping("/shows/{id}/move")
	ResponseEntity<ShowJobView> move(@PathVariable long id, @AuthenticationPrincipal Member member,
			@Valid @RequestBody ShowMoveRequest request) {
		if (Boolean.TRUE.equals(request.dryRun())) {
			return ResponseEntity.ok(ShowJobView.preview(this.changes.preview(id), false));
		}
		return accept(this.changes.move(member, id, request.startsAt(), request.refundUntil(), request.reason()));
	}

	@Operation(summary = "The progress of a job")
	@GetMapping("/jobs/{id}")
	ShowJobView job(@PathVariable UUID id) {
		return ShowJobView.of(this.changes.get(id));
	}

	private static ResponseEntity<ShowJobView> accept(ShowJob job) {
		return ResponseEntity.accepted().body(ShowJobView.of(job));
	}

	/**
	 * The cancellation of a show.
	 *
	 * @param reason what members and visitors are told
	 * @param dryRun whether only to count the orders
	 */
	record ShowCancellationRequest(@NotNull String reason, @Nullable Boolean dryRun) {
	}

	/**
	 * The move of a show.
	 *
	 * @param startsAt the new date
	 * @param refundUntil until when members may return their tickets without a fee
	 * @param reason what members and visitors are told
	 * @param dryRun whether only to count the orders
	 */
	record ShowMoveRequest(@NotNull Instant startsAt, @NotNull Instant refundUntil, @NotNull String reason,
			@Nullable Boolean dryRun) {
	}

}
