package app.frontrow.booking.web.ticket;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.frontrow.booking.Order;
import app.frontrow.booking.OrderQueryService;
import app.frontrow.booking.web.order.OrderView;
import app.frontrow.booking.web.order.OrderViewFactory;
import app.frontrow.members.Member;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.web.page.PageController;
import app.frontrow.shared.web.page.PageDateFormatter;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Offers the concert of a paid reservation as a calendar file. The file has the seats but
 * no ticket codes, because people share calendars.
 */
@PageController
class CalendarPageController {

	private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

	private final OrderQueryService orderQueries;

	private final OrderViewFactory views;

	private final MessageSource messages;

	private final PageDateFormatter dates;

	CalendarPageController(OrderQueryService orderQueries, OrderViewFactory views, MessageSource messages,
			PageDateFormatter dates) {
		this.orderQueries = orderQueries;
		this.views = views;
		this.messages = messages;
		this.dates = dates;
	}

	@GetMapping("/reservations/{id}/calendar.ics")
	ResponseEntity<byte[]> calendar(@PathVariable UUID id, @AuthenticationPrincipal Member member, Locale locale) {
		Order order = this.orderQueries.getOrder(member.id(), id);
		OrderView view = this.views.create(order, 0);
		if (!view.paid()) {
			throw new NotFoundException();
		}
		String page = ServletUriComponentsBuilder.fromCurrentContextPath()
			.path("/reservations/{id}")
			.build(id)
			.toString();
		CalendarEvent event = new CalendarEvent(id + "@frontrow", order.payment().requirePaidAt(),
				order.reservation().startsAt(), view.endsAt(),
				this.messages.getMessage("tickets.alarm", new Object[] { view.title() }, locale), view.title(),
				place(view), describe(view, locale), page);
		return ResponseEntity.ok()
			.contentType(CALENDAR)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename(view.title() + ".ics", StandardCharsets.UTF_8)
						.build()
						.toString())
			.body(event.toFile().getBytes(StandardCharsets.UTF_8));
	}

	private static @Nullable String place(OrderView view) {
		return (view.venue() != null && view.address() != null) ? view.venue() + ", " + view.address() : view.venue();
	}

	/** The seats, and when the doors open. */
	private String describe(OrderView view, Locale locale) {
		Stream<String> seats = view.seats()
			.stream()
			.map((seat) -> this.messages.getMessage("order.seat",
					new Object[] { seat.row(), seat.number(), seat.grade() }, locale));
		Stream<String> doors = Stream.ofNullable(view.doorsAt())
			.map((time) -> this.messages.getMessage("tickets.doors", new Object[] { this.dates.time(time) }, locale));
		return Stream.concat(seats, doors).collect(Collectors.joining("\n"));
	}

}
