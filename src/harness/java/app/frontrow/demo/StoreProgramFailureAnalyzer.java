package app.frontrow.demo;

import app.frontrow.stores.StoreProgramException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what the machine lacks for the embedded stores.
 */
class StoreProgramFailureAnalyzer extends AbstractFailureAnalyzer<StoreProgramException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, StoreProgramException cause) {
		return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
	}

}
