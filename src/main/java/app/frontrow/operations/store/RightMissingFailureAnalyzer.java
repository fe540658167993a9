package app.frontrow.operations.store;

import java.sql.SQLException;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what to do if the database refuses a statement of the start, because its user
 * lacks a right.
 */
class RightMissingFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

	/** No right on the schema; no right on a table, which the message names. */
	private static final Set<Integer> DENIED = Set.of(1044, 1142);

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
		if (!DENIED.contains(cause.getErrorCode())) {
			return null;
		}
		return new FailureAnalysis("The database user lacks a right: " + cause.getMessage(),
				"Grant select, insert, update and delete on the schema; and, unless FRONTROW_SCHEMA_MIGRATE=false,"
						+ " also create, alter, drop, index and references.",
				cause);
	}

}
