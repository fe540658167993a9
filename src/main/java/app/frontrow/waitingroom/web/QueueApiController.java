package app.frontrow.waitingroom.web;

import app.frontrow.catalogue.SalesNotOpenException;
import app.frontrow.members.Member;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.http.ClientAddressResolver;
import app.frontrow.shared.web.problem.ApiErrors;
import app.frontrow.waitingroom.JoinResult;
import app.frontrow.waitingroom.SoldOutException;
import app.frontrow.waitingroom.WaitingRoomService;
import app.frontrow.waitingroom.limit.JoinRateLimiter;
import app.frontrow.waitingroom.place.QueuePlace;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The API of the waiting room. Polling and leaving need only the queue token and no
 * session.
 */
@Tag(name = "Queue")
@RestController
@RequestMapping(ApiPaths.V1)
class QueueApiController {

	static final String QUEUE_TOKEN = "Queue-Token";

	private final WaitingRoomService waitingRoom;

	private final JoinRateLimiter limit;

	QueueApiController(WaitingRoomService waitingRoom, JoinRateLimiter limit) {
		this.waitingRoom = waitingRoom;
		this.limit = limit;
	}

	@Operation(summary = "Issue a queue token, or return the existing one")
	@ApiErrors({ SalesNotOpenException.class, SoldOutException.class, TooManyRequestsException.class })
	@PostMapping("/concerts/{id}/queue-tokens")
	@ApiResponse(responseCode = "201", description = "A new place", useReturnTypeSchema = true)
	@ApiResponse(responseCode = "200", description = "The existing place", useReturnTypeSchema = true)
	ResponseEntity<QueuePlace> join(@PathVariable long id, @AuthenticationPrincipal Member member,
			HttpServletRequest request) {
		this.limit.check(member.id(), ClientAddressResolver.resolve(request));
		JoinResult joined = this.waitingRoom.join(id, member.id());
		return ResponseEntity.status(joined.created() ? HttpStatus.CREATED : HttpStatus.OK).body(joined.place());
	}

	@Operation(summary = "Read the member's place; members keep their place by reading it")
	@ApiErrors(TooManyRequestsException.class)
	@GetMapping("/queue-tokens/current")
	QueuePlace look(@RequestHeader(name = QUEUE_TOKEN, required = false) @Nullable String queueToken) {
		return this.waitingRoom.look(queueToken);
	}

	@Operation(summary = "Leave the queue, or give the pass back")
	@ApiErrors(TooManyRequestsException.class)
	@DeleteMapping("/queue-tokens/current")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void leave(@RequestHeader(name = QUEUE_TOKEN, required = false) @Nullable String queueToken) {
		this.waitingRoom.leave(queueToken);
	}

}
