package app.frontrow.idempotency;

import java.util.function.Consumer;

import app.frontrow.shared.store.RetriedTransaction;

import org.springframework.stereotype.Component;

/**
 * Runs the part of an operation that commits together with the record of its answer.
 */
@Component
class OperationTransaction {

	/**
	 * Executes the operation and records its answer.
	 */
	@RetriedTransaction
	<T> T run(IdempotentOperation<T> operation, Consumer<T> recorder) {
		T answer = operation.execute();
		recorder.accept(answer);
		operation.updateSharedRows(answer);
		return answer;
	}

}
