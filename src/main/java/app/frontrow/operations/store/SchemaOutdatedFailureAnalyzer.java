package app.frontrow.operations.store;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what to do about an old schema.
 */
class SchemaOutdatedFailureAnalyzer extends AbstractFailureAnalyzer<SchemaOutdatedException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, SchemaOutdatedException cause) {
		return new FailureAnalysis(cause.getMessage(),
				"Run \"java @java.options -jar frontrow.jar migrate\" once, with a database user who may change tables;"
						+ " or set FRONTROW_SCHEMA_MIGRATE=true.",
				cause);
	}

}
