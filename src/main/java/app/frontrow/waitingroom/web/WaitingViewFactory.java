package app.frontrow.waitingroom.web;

import java.time.Duration;

import app.frontrow.waitingroom.SeatAvailability;
import app.frontrow.waitingroom.WaitingRoomService;
import app.frontrow.waitingroom.place.QueuePlace;
import app.frontrow.waitingroom.policy.QueueControl;
import app.frontrow.waitingroom.policy.QueueControlService;
import app.frontrow.waitingroom.policy.QueueSettings;

import org.springframework.stereotype.Component;

/**
 * Creates what the page of the waiting room shows. It asks no store.
 */
@Component
class WaitingViewFactory {

	private final WaitingRoomService waitingRoom;

	private final SeatAvailability seats;

	private final QueueControlService controls;

	private final QueueSettings settings;

	WaitingViewFactory(WaitingRoomService waitingRoom, SeatAvailability seats, QueueControlService controls,
			QueueSettings settings) {
		this.waitingRoom = waitingRoom;
		this.seats = seats;
		this.controls = controls;
		this.settings = settings;
	}

	/**
	 * The view of a waiting member's place.
	 * @param startedAt people who were ahead at the beginning, 0 if that is not known
	 */
	WaitingView create(QueuePlace place, long startedAt) {
		QueueControl control = this.controls.findControl(place.concertId());
		Long position = place.position();
		boolean far = place.place() != null && position != null
				&& position > this.settings.bandWidth(control.admissionsPerSecond());
		return WaitingView.of(place, this.waitingRoom.readNumber(place.queueToken()), startedAt,
				this.seats.findFreeSeats(place.concertId()),
				new WaitingView.Terms(keptFor(), control.mode(), control.message(), far));
	}

	/** A member who is silent for this long has the place for certain. */
	private Duration keptFor() {
		return this.settings.grace().isZero() ? this.settings.absence() : this.settings.grace();
	}

}
