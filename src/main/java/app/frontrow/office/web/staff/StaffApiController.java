package app.frontrow.office.web.staff;

import java.time.Instant;
import java.util.List;

import app.frontrow.office.staff.StaffFactorService;
import app.frontrow.office.staff.StaffOfficeService;
import app.frontrow.shared.StaffRole;
import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.problem.ApiErrors;
import app.frontrow.staff.LastOwnerException;
import app.frontrow.staff.StaffGrant;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.annotation.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Ticket office")
@RestController
@RequestMapping(ApiPaths.V1 + "/office/staff")
class StaffApiController {

	private final StaffOfficeService staff;

	private final StaffFactorService factors;

	StaffApiController(StaffOfficeService staff, StaffFactorService factors) {
		this.staff = staff;
		this.factors = factors;
	}

	@Operation(summary = "The roles of the staff")
	@GetMapping
	List<StaffView> list() {
		return this.staff.findAll().stream().map(StaffView::of).toList();
	}

	@Operation(summary = "Give a role to a member, for one concert or for all")
	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	StaffView grant(@Valid @RequestBody StaffRequest request) {
		return StaffView.of(this.staff.grant(request.username(), request.role(), request.concertId()));
	}

	@Operation(summary = "Take a role away; holds on all instances within a second")
	@ApiErrors(LastOwnerException.class)
	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void revoke(@PathVariable long id) {
		this.staff.revoke(id);
	}

	@Operation(summary = "Take the second factor away from the member with this role",
			description = "For somebody who has lost it. The member sets a new one up.")
	@DeleteMapping("/{id}/second-factor")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void resetFactor(@PathVariable long id) {
		this.factors.reset(id);
	}

	/**
	 * A role to be given.
	 *
	 * @param concertId the concert it is for; null for all
	 */
	record StaffRequest(@NotNull String username, @NotNull StaffRole role, @Nullable Long concertId) {
	}

	/**
	 * A role that a member has.
	 */
	record StaffView(long id, String username, String displayName, StaffRole role, @Nullable Long concertId,
			Instant grantedAt) {

		static StaffView of(StaffGrant grant) {
			return new StaffView(grant.id(), grant.username(), grant.displayName(), grant.role(), grant.concertId(),
					grant.grantedAt());
		}

	}

}
