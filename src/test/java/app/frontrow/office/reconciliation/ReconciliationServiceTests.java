package app.frontrow.office.reconciliation;

import java.time.Instant;
import java.util.List;

import app.frontrow.booking.reconciliation.ReconciliationChecker;
import app.frontrow.booking.reconciliation.ReconciliationChecker.Report;
import app.frontrow.shared.Discrepancy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

@ExtendWith(OutputCaptureExtension.class)
class ReconciliationServiceTests {

	private final ReconciliationChecker reconciliation = mock();

	@Test
	void differencesAreReturnedAndLogged(CapturedOutput output) {
		Report report = new Report(Instant.EPOCH, false, List.of(new Discrepancy("a-check", "b", "c", "d")));
		given(this.reconciliation.checkAll()).willReturn(report);

		assertThat(new ReconciliationService(this.reconciliation).reconcile()).isEqualTo(report);
		assertThat(output.getOut()).contains("Seats, payments and ledger disagree").contains("a-check");
	}

}
