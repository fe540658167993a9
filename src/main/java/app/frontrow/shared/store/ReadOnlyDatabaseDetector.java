package app.frontrow.shared.store;

import java.sql.SQLException;
import java.util.Set;

import com.zaxxer.hikari.SQLExceptionOverride;

/**
 * Recognizes a database that has become read-only, which is how a primary is after it has
 * lost its role. The pool closes a connection on which this happens, so the next one goes
 * to the new primary. The pool makes its own object of this class.
 */
public final class ReadOnlyDatabaseDetector implements SQLExceptionOverride {

	/**
	 * ER_OPTION_PREVENTS_STATEMENT, ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION and
	 * ER_READ_ONLY_MODE, see MySQL's reference of server errors.
	 */
	private static final Set<Integer> CODES = Set.of(1290, 1792, 1836);

	@java.lang.Override
	public SQLExceptionOverride.Override adjudicate(SQLException failure) {
		return matches(failure) ? SQLExceptionOverride.Override.MUST_EVICT
				: SQLExceptionOverride.Override.CONTINUE_EVICT;
	}

	/** Whether the failure itself says so. Its causes are not looked at. */
	static boolean matches(Throwable failure) {
		return failure instanceof SQLException sql && CODES.contains(sql.getErrorCode());
	}

}
