package app.frontrow.office.seat;

import java.util.function.Consumer;
import java.util.function.Supplier;

import app.frontrow.idempotency.IdempotentOperation;

/**
 * A change by the staff that a repeated request does not repeat.
 *
 * @param work the change
 * @param last what locks rows that many need: the count of the show, then the trail
 */
record StaffOperation<T>(Supplier<T> work, Consumer<T> last) implements IdempotentOperation<T> {

	@Override
	public T execute() {
		return this.work.get();
	}

	@Override
	public void updateSharedRows(T answer) {
		this.last.accept(answer);
	}

}
