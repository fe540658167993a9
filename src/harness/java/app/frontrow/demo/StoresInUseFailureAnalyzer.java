package app.frontrow.demo;

import app.frontrow.stores.StoresInUseException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what to do when the demo runs already.
 */
class StoresInUseFailureAnalyzer extends AbstractFailureAnalyzer<StoresInUseException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, StoresInUseException cause) {
		return new FailureAnalysis(cause.getMessage() + ": the demo is running already.",
				"Stop the other one first (Ctrl-C where it runs).", cause);
	}

}
