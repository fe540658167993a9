package app.frontrow.admin.web;

import java.time.Instant;
import java.util.List;

import app.frontrow.admin.ReconciliationService;
import app.frontrow.members.ApiSlice;
import app.frontrow.payments.Reconciliation.Report;
import app.frontrow.shared.Discrepancy;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static app.frontrow.members.ApiSlice.ADMIN;
import static app.frontrow.members.ApiSlice.MINA;
import static app.frontrow.members.ApiSlice.by;
import static app.frontrow.members.ApiSlice.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verifyNoInteractions;

@WebMvcTest(ReconciliationApiController.class)
@Import(ApiSlice.class)
class ReconciliationApiControllerTests {

	private static final String PATH = "/api/v1/admin/reconciliation";

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private ReconciliationService reconciliation;

	@Test
	void differencesAreNamed() {
		given(this.reconciliation.reconcile()).willReturn(new Report(Instant.parse("2030-05-01T09:00:00Z"), false,
				List.of(new Discrepancy("balance-is-sum-of-ledger", "wallet x", "7", "8"))));

		MvcTestResult result = this.mvc.get().uri(PATH).with(by(ADMIN)).exchange();

		assertThat(result).hasStatus(200);
		assertThat(json(result)).isEqualTo(json("""
				{"checkedAt": "2030-05-01T09:00:00Z", "consistent": false, "differences": [
				 {"check": "balance-is-sum-of-ledger", "subject": "wallet x", "expected": "7", "actual": "8"}]}"""));
	}

	@Test
	void membersCannotLookIntoTheBooks() {
		assertThat(this.mvc.get().uri(PATH).with(by(MINA))).hasStatus(403);
		verifyNoInteractions(this.reconciliation);
	}

}
