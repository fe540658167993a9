package app.frontrow.waitingroom.web;

import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.problem.ApiErrors;
import app.frontrow.waitingroom.policy.ControlsChangedException;
import app.frontrow.waitingroom.policy.QueueControl;
import app.frontrow.waitingroom.policy.QueueControlService;
import app.frontrow.waitingroom.policy.QueueMode;
import app.frontrow.waitingroom.queue.QueueService;
import app.frontrow.waitingroom.queue.QueueStatistics;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import jakarta.annotation.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The API for the controls of a waiting room, for the ticket office.
 */
@Tag(name = "Ticket office")
@RestController
@RequestMapping(ApiPaths.V1 + "/admin/concerts/{id}/waiting-room")
class QueueControlApiController {

	private final QueueControlService controls;

	private final QueueService queues;

	QueueControlApiController(QueueControlService controls, QueueService queues) {
		this.controls = controls;
		this.queues = queues;
	}

	@Operation(summary = "Read the controls and the numbers of a waiting room")
	@GetMapping
	ResponseEntity<WaitingRoomView> show(@PathVariable long id) {
		return answer(id, this.controls.getControl(id), this.queues.readStatistics(id));
	}

	@Operation(
			summary = "Change capacity, rate or mode of a waiting room; takes effect on all instances within a second")
	@ApiErrors(ControlsChangedException.class)
	@PutMapping
	ResponseEntity<WaitingRoomView> change(@PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH,
					required = false) @org.jspecify.annotations.Nullable String version,
			@RequestBody @Valid Change change) {
		// both reads come first, because a refused request must change nothing
		this.controls.getControl(id);
		QueueStatistics figures = this.queues.readStatistics(id);
		QueueControl wanted = new QueueControl(change.capacity(), change.admissionsPerSecond(), change.mode(),
				change.message());
		return answer(id, QueueControlETag.isAny(version) ? this.controls.change(id, wanted)
				: this.controls.change(id, (now) -> QueueControlETag.matches(version, now), wanted), figures);
	}

	private static ResponseEntity<WaitingRoomView> answer(long id, QueueControl control, QueueStatistics figures) {
		WaitingRoomView view = new WaitingRoomView(id, control.capacity(), control.admissionsPerSecond(),
				control.mode(), control.message(), figures.waiting(), figures.inside(), figures.admitted(),
				figures.lapsed());
		return ResponseEntity.ok().eTag(QueueControlETag.tag(control, figures)).body(view);
	}

	/**
	 * The new controls of a waiting room.
	 *
	 * @param message a text for everybody who waits; none if it is left out
	 */
	record Change(@NotNull Integer capacity, @NotNull Double admissionsPerSecond, @NotNull QueueMode mode,
			@Nullable String message) {
	}

	/**
	 * A waiting room as the ticket office sees it.
	 */
	record WaitingRoomView(long concertId, int capacity, double admissionsPerSecond, QueueMode mode,
			@Nullable String message, long waiting, long inside, long admitted, long lapsed) {
	}

}
