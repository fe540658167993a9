package app.frontrow.booking.web.order;

import java.util.UUID;

import app.frontrow.booking.CheckoutService;
import app.frontrow.booking.OrderQueryService;
import app.frontrow.booking.reservation.AlreadyPaidException;
import app.frontrow.booking.reservation.HoldExpiredException;
import app.frontrow.members.Member;
import app.frontrow.shared.PageOf;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.api.Paging;
import app.frontrow.shared.web.problem.ApiErrors;
import app.frontrow.wallet.BalanceLimitExceededException;
import app.frontrow.wallet.InsufficientBalanceException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Payments")
@RestController
@RequestMapping(ApiPaths.V1 + "/payments")
class PaymentApiController {

	private final CheckoutService checkout;

	private final OrderQueryService orderQueries;

	PaymentApiController(CheckoutService checkout, OrderQueryService orderQueries) {
		this.checkout = checkout;
		this.orderQueries = orderQueries;
	}

	@Operation(summary = "Pay a held reservation from the balance, if asked after a top-up",
			description = "With `topUp` both are one action. If the payment is refused with 409 or `hold-expired`, "
					+ "the top-up stands, and the problem carries `balance`.")
	@ApiErrors({ NotFoundException.class, InsufficientBalanceException.class, AlreadyPaidException.class,
			HoldExpiredException.class, BalanceLimitExceededException.class, TooManyRequestsException.class })
	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	PaymentView pay(@AuthenticationPrincipal Member member,
			@Parameter(description = "Optional: a live hold can be paid even if the turn has ended.") @RequestHeader(
					name = "Queue-Token", required = false) @Nullable String queueToken,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
			@Valid @RequestBody PayRequest request) {
		if (request.topUp() == null) {
			return PaymentView.of(this.checkout.pay(member.id(), queueToken, request.id(), key));
		}
		return PaymentView.of(this.checkout.topUpAndPay(member.id(), queueToken, request.id(), request.topUp(), key));
	}

	@Operation(summary = "List the member's payments")
	@GetMapping
	PageOf<PaymentView> list(@AuthenticationPrincipal Member member, @Valid Paging paging) {
		return this.orderQueries.findPayments(member.id(), paging.page(), paging.size()).map(PaymentView::of);
	}

	@Operation(summary = "Read one payment")
	@GetMapping("/{id}")
	PaymentView payment(@AuthenticationPrincipal Member member, @PathVariable UUID id) {
		return PaymentView.of(this.orderQueries.getPayment(member.id(), id));
	}

	/**
	 * The reservation to pay.
	 *
	 * @param topUp won to add to the balance first, within the limits of a top-up; or
	 * null
	 */
	record PayRequest(@NotNull String reservationId, @Nullable Long topUp) {

		/** An id in another format gets the same answer as an unknown one. */
		UUID id() {
			try {
				return UUID.fromString(this.reservationId);
			}
			catch (IllegalArgumentException malformed) {
				throw new NotFoundException();
			}
		}

	}

}
