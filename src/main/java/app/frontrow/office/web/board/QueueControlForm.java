package app.frontrow.office.web.board;

import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.waitingroom.policy.QueueControl;
import app.frontrow.waitingroom.policy.QueueMode;

/**
 * The form with the controls of a queue, as it was typed.
 *
 * @param seen the controls that the page showed. If the controls have changed since, the
 * form is refused
 */
record QueueControlForm(String capacity, String rate, String mode, String message, String seen) {

	private static final String BETWEEN = "|";

	static QueueControlForm of(QueueControl control) {
		return new QueueControlForm(String.valueOf(control.capacity()), number(control.admissionsPerSecond()),
				control.mode().name(), (control.message() != null) ? control.message() : "", seen(control));
	}

	/**
	 * Returns the same input together with the current controls, so that it can be sent
	 * again.
	 */
	QueueControlForm afterSeeing(QueueControl control) {
		return new QueueControlForm(this.capacity, this.rate, this.mode, this.message, seen(control));
	}

	/**
	 * Returns the typed controls.
	 * @throws InvalidInputException if a field cannot be read
	 */
	QueueControl toControl() {
		return new QueueControl(readWhole(this.capacity), readNumber(this.rate), readMode(this.mode),
				this.message.isBlank() ? null : this.message.strip());
	}

	/**
	 * Returns the controls that the page showed.
	 * @throws InvalidInputException if somebody has changed the hidden field
	 */
	QueueControl toSeen() {
		String[] parts = this.seen.split("\\|", 4);
		if (parts.length != 4) {
			throw new InvalidInputException("seen", "required");
		}
		return new QueueControl(readWhole(parts[0]), readNumber(parts[1]), readMode(parts[2]),
				parts[3].isEmpty() ? null : parts[3]);
	}

	private static String seen(QueueControl control) {
		return String.join(BETWEEN, String.valueOf(control.capacity()), number(control.admissionsPerSecond()),
				control.mode().name(), (control.message() != null) ? control.message() : "");
	}

	private static String number(double rate) {
		return (rate == Math.rint(rate)) ? String.valueOf((long) rate) : String.valueOf(rate);
	}

	private static int readWhole(String typed) {
		try {
			return Integer.parseInt(typed.strip().replace(",", ""));
		}
		catch (NumberFormatException unreadable) {
			throw new InvalidInputException("capacity", "whole-number");
		}
	}

	private static double readNumber(String typed) {
		if (!typed.strip().matches("\\d{1,9}(\\.\\d{1,9})?")) {
			throw new InvalidInputException("rate", "number");
		}
		return Double.parseDouble(typed.strip());
	}

	private static QueueMode readMode(String typed) {
		try {
			return QueueMode.valueOf(typed);
		}
		catch (IllegalArgumentException unknown) {
			throw new InvalidInputException("mode", "required");
		}
	}

}
