package app.frontrow.office.seat;

import java.util.function.Consumer;
import java.util.function.Supplier;

import app.frontrow.idempotency.IdempotentOperation;

/**
 * A change by the staff. A repeated request does not repeat it.
 *
 * @param work the change
 * @param last the changes of rows that many transactions need: the count of the show,
 * then the trail. They come last, so that these rows are locked briefly
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
