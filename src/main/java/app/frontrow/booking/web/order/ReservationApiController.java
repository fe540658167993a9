package app.frontrow.booking.web.order;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import app.frontrow.booking.CheckoutService;
import app.frontrow.booking.Order;
import app.frontrow.booking.OrderQueryService;
import app.frontrow.booking.RefundService;
import app.frontrow.booking.refund.AppliedRule;
import app.frontrow.booking.refund.RefundQuote;
import app.frontrow.booking.refund.RefundRequest;
import app.frontrow.booking.refund.TicketsNotRefundableException;
import app.frontrow.booking.reservation.NotCancellableException;
import app.frontrow.booking.reservation.PriceChangedException;
import app.frontrow.booking.reservation.ReservationStatus;
import app.frontrow.booking.reservation.SeatChoice;
import app.frontrow.booking.reservation.SeatLimitExceededException;
import app.frontrow.booking.reservation.SeatTakenException;
import app.frontrow.members.Member;
import app.frontrow.shared.PageOf;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.api.Paging;
import app.frontrow.shared.web.problem.ApiErrors;
import app.frontrow.wallet.TotalTooHighException;
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
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Reservations")
@RestController
@RequestMapping(ApiPaths.V1 + "/reservations")
class ReservationApiController {

	private final CheckoutService checkout;

	private final OrderQueryService orderQueries;

	private final RefundService refunds;

	ReservationApiController(CheckoutService checkout, OrderQueryService orderQueries, RefundService refunds) {
		this.checkout = checkout;
		this.orderQueries = orderQueries;
		this.refunds = refunds;
	}

	@Operation(summary = "Hold seats, all or none")
	@ApiErrors({ NotFoundException.class, SeatTakenException.class, SeatLimitExceededException.class,
			PriceChangedException.class, TotalTooHighException.class, TooManyRequestsException.class })
	@PostMapping
	@ApiResponse(responseCode = "201", useReturnTypeSchema = true,
			headers = @Header(name = "Location", description = "The reservation", required = true,
					schema = @Schema(type = "string", format = "uri-reference")))
	ResponseEntity<ReservationView> hold(@AuthenticationPrincipal Member member,
			@RequestHeader(name = "Queue-Token", required = false) @Nullable String queueToken,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
			@Valid @RequestBody HoldRequest request) {
		Order order = this.checkout.hold(member.id(), queueToken,
				new SeatChoice(request.showId(), request.seatNumbers(), request.expectedTotal()), key);
		return ResponseEntity.created(URI.create(ApiPaths.V1 + "/reservations/" + order.reservation().id()))
			.body(ReservationView.of(order));
	}

	@Operation(summary = "List the member's reservations")
	@GetMapping
	PageOf<ReservationView> list(@AuthenticationPrincipal Member member,
			@RequestParam(required = false) @Nullable ReservationStatus status, @Valid Paging paging) {
		return this.orderQueries.findOrders(member.id(), status, paging.page(), paging.size()).map(ReservationView::of);
	}

	@Operation(summary = "Read one reservation")
	@GetMapping("/{id}")
	ReservationView reservation(@AuthenticationPrincipal Member member, @PathVariable UUID id) {
		return ReservationView.of(this.orderQueries.getOrder(member.id(), id));
	}

	@Operation(summary = "What a cancellation would give back now, and what would be kept",
			description = "`tickets` are codes of tickets or numbers of seats; without it, all tickets. "
					+ "The same percentage is kept of each ticket, without parts of a won.")
	@ApiErrors({ NotCancellableException.class, TicketsNotRefundableException.class })
	@GetMapping("/{id}/cancellation")
	CancellationView cancellation(@AuthenticationPrincipal Member member, @PathVariable UUID id,
			@RequestParam(required = false) @Nullable List<String> tickets) {
		return CancellationView.of(this.refunds.quote(member.id(), RefundRequest.byMember(id, tickets, null)));
	}

	@Operation(summary = "Give up a hold, or return paid seats for a refund",
			description = "With `tickets`, as in the cancellation, only these are returned. The order keeps the "
					+ "cancellation rules of its purchase.")
	@ApiErrors({ NotCancellableException.class, TicketsNotRefundableException.class, TooManyRequestsException.class })
	@DeleteMapping("/{id}")
	ReservationView cancel(@AuthenticationPrincipal Member member, @PathVariable UUID id,
			@RequestParam(required = false) @Nullable List<String> tickets) {
		if (tickets == null) {
			return ReservationView.of(this.checkout.cancel(member.id(), id));
		}
		this.refunds.cancel(member.id(), null, RefundRequest.byMember(id, tickets, null));
		return ReservationView.of(this.orderQueries.getOrder(member.id(), id));
	}

	/**
	 * What a cancellation would give back.
	 *
	 * @param refund won
	 * @param fee won; what would be kept
	 */
	record CancellationView(long refund, long fee, AppliedRule rule) {

		static CancellationView of(RefundQuote quote) {
			return new CancellationView(quote.refund(), quote.fee(), quote.rule());
		}

	}

	/**
	 * The seats to hold.
	 *
	 * @param expectedTotal the total that the member saw, in won; if the seats cost
	 * another total, the hold is refused; null accepts any total
	 */
	record HoldRequest(@NotNull Long showId, @NotNull List<Integer> seatNumbers, @Nullable Long expectedTotal) {
	}

}
