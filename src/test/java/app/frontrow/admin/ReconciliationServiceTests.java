package app.frontrow.admin;

import java.time.Instant;
import java.util.List;

import app.frontrow.payments.Reconciliation;
import app.frontrow.payments.Reconciliation.Report;
import app.frontrow.shared.Discrepancy;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessResourceFailureException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class BooksTests {

	private final Reconciliation reconciliation = mock();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final Books books = new Books(this.reconciliation, this.meters);

	@Test
	void gaugeTellsHowManyDifferencesThereWere() {
		assertThat(gauge()).isEqualTo(-1);

		Report report = new Report(Instant.EPOCH, false, List.of(new Discrepancy("a", "b", "c", "d")));
		given(this.reconciliation.run()).willReturn(report);
		assertThat(this.books.reconcile()).isEqualTo(report);
		assertThat(gauge()).isEqualTo(1);

		given(this.reconciliation.run()).willReturn(new Report(Instant.EPOCH, true, List.of()));
		this.books.reconcileRegularly();
		assertThat(gauge()).isZero();
	}

	@Test
	void failureIsToldWhoeverAskedAndEndsTheRegularRunOnly() {
		given(this.reconciliation.run()).willThrow(new DataAccessResourceFailureException("gone"));

		assertThatThrownBy(this.books::reconcile).isInstanceOf(DataAccessResourceFailureException.class);
		this.books.reconcileRegularly();
		assertThat(gauge()).isEqualTo(-1);
	}

	private double gauge() {
		return this.meters.get("frontrow.reconciliation.differences").gauge().value();
	}

}
