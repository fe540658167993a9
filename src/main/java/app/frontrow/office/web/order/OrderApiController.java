package app.frontrow.office.web.order;

import java.util.UUID;

import app.frontrow.booking.reservation.ReservationStatus;
import app.frontrow.members.Member;
import app.frontrow.office.order.OfficeOrderService;
import app.frontrow.office.order.OrderDetail;
import app.frontrow.office.order.OrderQuery;
import app.frontrow.office.order.OrderSummary;
import app.frontrow.shared.PageOf;
import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.api.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Ticket office")
@RestController
@RequestMapping(ApiPaths.V1 + "/office/orders")
class OrderApiController {

	private final OfficeOrderService orders;

	OrderApiController(OfficeOrderService orders) {
		this.orders = orders;
	}

	@Operation(summary = "Find orders by booking number, ticket, member, or seat of a concert; the trail notes it")
	@GetMapping
	PageOf<OrderSummary> find(@AuthenticationPrincipal Member member, @RequestParam(defaultValue = "") String q,
			@RequestParam(required = false) @Nullable Long concertId,
			@RequestParam(required = false) @Nullable ReservationStatus status, @Valid Paging paging) {
		return this.orders.find(member, new OrderQuery(q.strip(), concertId, status), paging.page(), paging.size());
	}

	@Operation(summary = "All about one order; the trail notes it")
	@GetMapping("/{id}")
	OrderDetail order(@PathVariable UUID id) {
		return this.orders.get(id);
	}

}
