package app.frontrow.office.web.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import app.frontrow.booking.refund.Refund;
import app.frontrow.booking.refund.RefundedTicket;
import app.frontrow.booking.refund.TicketsNotRefundableException;
import app.frontrow.booking.reservation.NotCancellableException;
import app.frontrow.members.Member;
import app.frontrow.office.order.RefundOfficeService;
import app.frontrow.office.order.RefundOfficeService.RefundTerms;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.problem.ApiErrors;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.Nullable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Ticket office")
@RestController
class RefundApiController {

	private final RefundOfficeService refunds;

	RefundApiController(RefundOfficeService refunds) {
		this.refunds = refunds;
	}

	@Operation(summary = "Refund tickets of an order, or all of them",
			description = "The order keeps the cancellation rules of its purchase; with `organiserAtFault` nothing is "
					+ "kept. The tickets are void and their seats free at once.")
	@ApiErrors({ NotCancellableException.class, TicketsNotRefundableException.class })
	@PostMapping(ApiPaths.V1 + "/office/orders/{id}/refunds")
	@ResponseStatus(HttpStatus.CREATED)
	OfficeRefundView refund(@AuthenticationPrincipal Member member, @PathVariable UUID id,
			@RequestHeader(name = "Idempotency-Key", required = false) @org.jspecify.annotations.Nullable String key,
			@Valid @RequestBody OfficeRefundRequest request) {
		return OfficeRefundView.of(this.refunds.refund(member, id, request.tickets(),
				new RefundTerms(request.reason(), Boolean.TRUE.equals(request.organiserAtFault()), null), key));
	}

	/**
	 * The tickets to refund.
	 *
	 * @param ticketCodes codes of valid tickets; null with {@code all}
	 * @param all true for all valid tickets
	 * @param reason for the trail, 1 to 300 characters
	 * @param organiserAtFault true to keep nothing
	 */
	record OfficeRefundRequest(@Nullable List<@NotNull String> ticketCodes, @Nullable Boolean all,
			@NotNull String reason, @Nullable Boolean organiserAtFault) {

		@Nullable
		List<String> tickets() {
			boolean wantsAll = Boolean.TRUE.equals(this.all);
			if (wantsAll == (this.ticketCodes != null && !this.ticketCodes.isEmpty())) {
				throw new InvalidInputException("ticketCodes", "tickets-or-all");
			}
			return wantsAll ? null : this.ticketCodes;
		}

	}

	/**
	 * A refund.
	 *
	 * @param number the number that people use to name it
	 * @param amount won that were added to the member's balance
	 * @param fee won that were kept
	 * @param balanceAfter the member's balance
	 */
	record OfficeRefundView(UUID id, String number, long amount, long fee, List<RefundedTicket> tickets,
			long balanceAfter, Instant refundedAt) {

		static OfficeRefundView of(Refund refund) {
			return new OfficeRefundView(refund.id(), refund.number(), refund.amount(), refund.fee(), refund.tickets(),
					refund.balanceAfter(), refund.at());
		}

	}

}
