package app.frontrow.office.web.seat;

import java.util.UUID;

import app.frontrow.booking.office.NotReseatableException;
import app.frontrow.booking.office.OtherGradeException;
import app.frontrow.booking.office.ShowBegunException;
import app.frontrow.booking.reservation.SeatTakenException;
import app.frontrow.members.Member;
import app.frontrow.office.order.OfficeOrderService;
import app.frontrow.office.order.OrderDetail;
import app.frontrow.office.seat.OrderOfficeService;
import app.frontrow.office.seat.SeatExchange;
import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.problem.ApiErrors;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Ticket office")
@RestController
@RequestMapping(ApiPaths.V1 + "/office/orders/{id}/reseat")
class ReseatApiController {

	private final OrderOfficeService reseats;

	private final OfficeOrderService orders;

	ReseatApiController(OrderOfficeService reseats, OfficeOrderService orders) {
		this.reseats = reseats;
		this.orders = orders;
	}

	@Operation(summary = "Exchange a paid seat for a free one of the same grade; its ticket gets a new code")
	@ApiErrors({ SeatTakenException.class, ShowBegunException.class, NotReseatableException.class,
			OtherGradeException.class })
	@PostMapping
	OrderDetail reseat(@AuthenticationPrincipal Member member, @PathVariable UUID id,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
			@Valid @RequestBody ReseatRequest request) {
		this.reseats.reseat(member, id, new SeatExchange(request.from(), request.to(), request.reason()), key);
		return this.orders.get(id);
	}

	/**
	 * The seat to leave and the new one, by number.
	 *
	 * @param reason one line, 1 to 200 characters
	 */
	record ReseatRequest(@NotNull Integer from, @NotNull Integer to, @NotNull String reason) {
	}

}
