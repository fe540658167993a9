package app.frontrow.booking.web.seat;

import java.util.List;

import app.frontrow.booking.seat.BookableShow;
import app.frontrow.booking.seat.SeatMapService;
import app.frontrow.booking.seat.SeatPlan;
import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.members.Member;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.problem.ApiErrors;
import app.frontrow.waitingroom.WaitingRoomService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Shows and seats")
@RestController
@RequestMapping(ApiPaths.V1)
class ShowApiController {

	private final CatalogueQueryService catalogue;

	private final SeatMapService seatMap;

	private final WaitingRoomService waitingRoom;

	ShowApiController(CatalogueQueryService catalogue, SeatMapService seatMap, WaitingRoomService waitingRoom) {
		this.catalogue = catalogue;
		this.seatMap = seatMap;
		this.waitingRoom = waitingRoom;
	}

	@Operation(summary = "List the bookable dates of a concert")
	@ApiErrors(TooManyRequestsException.class)
	@GetMapping("/concerts/{id}/shows")
	List<BookableShow> shows(@PathVariable long id, @AuthenticationPrincipal Member member,
			@RequestHeader(name = "Queue-Token", required = false) @Nullable String queueToken) {
		this.waitingRoom.requireOwner(queueToken, member.id());
		this.catalogue.getConcert(id);
		this.waitingRoom.requireTurn(queueToken, member.id(), id);
		return this.seatMap.findShows(id).stream().filter((show) -> show.seatsLeft() > 0).toList();
	}

	@Operation(summary = "List the seats of a date")
	@ApiErrors(TooManyRequestsException.class)
	@Parameter(name = "If-None-Match", in = ParameterIn.HEADER, description = "The `ETag` of an earlier answer",
			schema = @Schema(type = "string"))
	@ApiResponse(responseCode = "200", useReturnTypeSchema = true,
			headers = @Header(name = "ETag", required = true, schema = @Schema(type = "string")))
	@ApiResponse(responseCode = "304", description = "Nothing has changed since", content = @Content,
			headers = @Header(name = "ETag", required = true, schema = @Schema(type = "string")))
	@GetMapping("/shows/{id}/seats")
	ResponseEntity<SeatPlan> seats(@PathVariable long id, @AuthenticationPrincipal Member member,
			@RequestHeader(name = "Queue-Token", required = false) @Nullable String queueToken) {
		this.waitingRoom.requireOwner(queueToken, member.id());
		Show show = this.catalogue.getShow(id);
		this.waitingRoom.requireTurn(queueToken, member.id(), show.concertId());
		SeatPlan plan = this.seatMap.getPlan(id, member.id());
		return ResponseEntity.ok().cacheControl(CacheControl.noCache().cachePrivate()).eTag(plan.tag()).body(plan);
	}

}
