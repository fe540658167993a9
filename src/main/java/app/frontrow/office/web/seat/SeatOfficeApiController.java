package app.frontrow.office.web.seat;

import java.net.URI;
import java.util.List;

import app.frontrow.booking.office.ShowBegunException;
import app.frontrow.booking.reservation.SeatTakenException;
import app.frontrow.members.Member;
import app.frontrow.office.order.OfficeOrderService;
import app.frontrow.office.order.OrderDetail;
import app.frontrow.office.seat.BlockedSeats;
import app.frontrow.office.seat.ChangedOrder;
import app.frontrow.office.seat.NotAnnouncedException;
import app.frontrow.office.seat.OrderOfficeService;
import app.frontrow.office.seat.ComplimentarySeatRequest;
import app.frontrow.office.seat.SeatOfficeService;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.problem.ApiErrors;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Ticket office")
@RestController
@RequestMapping(ApiPaths.V1 + "/office/shows/{id}")
class SeatOfficeApiController {

	private final SeatOfficeService seats;

	private final OrderOfficeService gifts;

	private final OfficeOrderService orders;

	SeatOfficeApiController(SeatOfficeService seats, OrderOfficeService gifts, OfficeOrderService orders) {
		this.seats = seats;
		this.gifts = gifts;
		this.orders = orders;
	}

	@Operation(summary = "Keep seats from sale, all or none; visitors see them as sold")
	@ApiErrors({ SeatTakenException.class, ShowBegunException.class })
	@PostMapping("/blocks")
	@ResponseStatus(HttpStatus.CREATED)
	BlockedSeats block(@AuthenticationPrincipal Member member, @PathVariable long id,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
			@Valid @RequestBody BlockRequest request) {
		return this.seats.block(member, id, request.seatNumbers(), request.reason(), key);
	}

	@Operation(summary = "Put blocked seats on sale again; seats that are not blocked stay as they are")
	@ApiErrors(InvalidInputException.class)
	@DeleteMapping("/blocks")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void release(@AuthenticationPrincipal Member member, @PathVariable long id,
			@RequestParam(required = false) @Nullable List<Integer> seatNumbers,
			@RequestParam(required = false) @Nullable String reason) {
		this.seats.release(member, id, seatNumbers, reason);
	}

	@Operation(summary = "Give seats to a member for nothing, all or none")
	@ApiErrors({ SeatTakenException.class, ShowBegunException.class, NotAnnouncedException.class })
	@ApiResponse(responseCode = "201", useReturnTypeSchema = true,
			headers = @Header(name = "Location", description = "The order", required = true,
					schema = @Schema(type = "string", format = "uri-reference")))
	@PostMapping("/complimentary")
	ResponseEntity<OrderDetail> give(@AuthenticationPrincipal Member member, @PathVariable long id,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
			@Valid @RequestBody ComplimentaryRequest request) {
		ChangedOrder order = this.gifts.give(member, id,
				new ComplimentarySeatRequest(request.seatNumbers(), request.username(), request.reason()), key);
		return ResponseEntity.created(URI.create(ApiPaths.V1 + "/office/orders/" + order.id()))
			.body(this.orders.get(order.id()));
	}

	/**
	 * Seats to block.
	 *
	 * @param reason one line, 1 to 200 characters
	 */
	record BlockRequest(@NotNull List<Integer> seatNumbers, @NotNull String reason) {
	}

	/**
	 * Seats to give away.
	 *
	 * @param username the member who gets them
	 * @param reason one line, 1 to 200 characters
	 */
	record ComplimentaryRequest(@NotNull List<Integer> seatNumbers, @NotNull String username, @NotNull String reason) {
	}

}
