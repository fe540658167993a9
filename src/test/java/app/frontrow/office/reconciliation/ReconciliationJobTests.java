package app.frontrow.office.reconciliation;

import java.time.Clock;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Pattern;

import app.frontrow.office.reconciliation.ReconciliationProgressRepository.LastPass;
import app.frontrow.booking.reconciliation.ReconciliationChecker;
import app.frontrow.booking.reconciliation.ReconciliationChecker.Page;
import app.frontrow.booking.reconciliation.ReconciliationChecker.Position;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.Discrepancy;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

@ExtendWith(OutputCaptureExtension.class)
class ReconciliationJobTests {

	private final ReconciliationChecker reconciliation = mock();

	private final ReconciliationProgressRepository progress = mock();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final ReconciliationJob job = new ReconciliationJob(this.reconciliation, this.progress,
			new ReconciliationMetrics(this.meters), Clock.systemUTC());

	@BeforeEach
	void aPieceIsDue() {
		given(this.progress.beginPiece(any())).willReturn(Optional.of(Position.START));
		given(this.progress.findLastPass()).willReturn(new LastPass(0, -1));
	}

	@Test
	@ProvesRule(rule = "An outage of a store writes one line into the log", guard = "ReconciliationJob.report",
			brokenBy = "leaving out isBehind, or writing all lines of the message")
	void outageIsLoggedInOneLineAndCounted(CapturedOutput output) {
		given(this.reconciliation.checkPage(any(), anyInt()))
			.willThrow(new DataAccessResourceFailureException("gone\n\nThe last packet"));

		this.job.run();

		assertThat(output.getOut()).containsOnlyOnce("WARN")
			.contains("not available: gone")
			.doesNotContain("ERROR", "The last packet", "\tat ");
		assertThat(failures()).isOne();
		then(this.progress).should(never()).finishPass(any(), anyLong());
	}

	@Test
	@ProvesRule(rule = "A piece of the reconciliation that failed is counted", guard = "ReconciliationJob.run",
			brokenBy = "leaving out countFailure")
	void otherFailureIsLoggedAsErrorAndCounted(CapturedOutput output) {
		given(this.reconciliation.checkPage(any(), anyInt())).willThrow(new IllegalStateException("a fault"));

		this.job.run();

		assertThat(output.getOut()).contains("ERROR", "a fault", "\tat ").doesNotContain("WARN");
		assertThat(failures()).isOne();
	}

	@Test
	@ProvesRule(rule = "A piece of the reconciliation names at most 100 differences",
			guard = "ReconciliationJob.checkPiece", brokenBy = "leaving out the bound")
	void allDifferencesAreCountedAndAtMost100AreNamed(CapturedOutput output) {
		Discrepancy difference = new Discrepancy("a-check", "b", "c", "d");
		given(this.reconciliation.checkPage(any(), anyInt()))
			.willReturn(new Page(Collections.nCopies(150, difference), Optional.empty()));
		given(this.progress.finishPass(any(), anyLong())).willReturn(true);

		this.job.run();

		then(this.progress).should().finishPass(any(), eq(150L));
		assertThat(Pattern.compile("a-check").matcher(output.getOut()).results()).hasSize(Discrepancy.MAX_PER_CHECK);
		assertThat(failures()).isZero();
	}

	private double failures() {
		return this.meters.get("frontrow.reconciliation.failures").counter().count();
	}

}
