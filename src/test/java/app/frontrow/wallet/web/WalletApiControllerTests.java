package app.frontrow.wallet.web;

import java.time.Instant;
import java.util.List;

import app.frontrow.members.ApiSlice;
import app.frontrow.shared.PageOf;
import app.frontrow.wallet.EntryType;
import app.frontrow.wallet.LedgerEntry;
import app.frontrow.wallet.Wallets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static app.frontrow.members.ApiSlice.MINA;
import static app.frontrow.members.ApiSlice.by;
import static app.frontrow.members.ApiSlice.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

@WebMvcTest(WalletApiController.class)
@Import(ApiSlice.class)
class WalletApiControllerTests {

	private static final LedgerEntry LINE = new LedgerEntry(9, EntryType.PAYMENT, -150_000, 50_000, "payment-id",
			Instant.parse("2030-05-01T00:00:00.123456Z"));

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private Wallets wallets;

	@Test
	void balance() {
		given(this.wallets.balance(MINA.id())).willReturn(50_000L);

		MvcTestResult result = this.mvc.get().uri("/api/v1/wallet").with(by(MINA)).exchange();

		assertThat(result).hasStatus(200).hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON);
		assertThat(json(result)).isEqualTo(json("""
				{"memberId": "7b5ba7c7-9b4f-4c4e-8f3c-1f0c1f0c1f0c", "balance": 50000}"""));
	}

	@Test
	void charge() {
		given(this.wallets.charge(MINA.id(), 5_000, "key-1"))
			.willReturn(new LedgerEntry(8, EntryType.CHARGE, 5_000, 200_000, "internal", LINE.createdAt()));

		MvcTestResult result = charging("{\"amount\": 5000}");

		assertThat(result).hasStatus(201);
		assertThat(json(result)).isEqualTo(json("""
				{"id": 8, "type": "CHARGE", "amount": 5000, "balanceAfter": 200000,
				 "createdAt": "2030-05-01T00:00:00.123456Z"}"""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"amount\": null}", "{\"amount\": \"5000\"}", "{\"amount\": 0.5}",
			"{\"amount\": 1e3}", "{\"amount\": true}", "{\"amount\": [1]}", "{\"amount\": 99999999999999999999}" })
	void amountThatIsNoWholeNumberIsAFieldAtFault(String body) {
		MvcTestResult result = charging(body);

		assertThat(result).hasStatus(400);
		assertThat(json(result).get("code").asString()).isEqualTo("validation-failed");
		assertThat(json(result).at("/errors/0/field").asString()).isEqualTo("amount");
		verifyNoInteractions(this.wallets);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[]", "5000", "nonsense" })
	void bodyThatCannotBeReadIsMalformed(String body) {
		MvcTestResult result = charging(body);

		assertThat(result).hasStatus(400).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(json(result).get("code").asString()).isEqualTo("malformed-request");
		verifyNoInteractions(this.wallets);
	}

	@Test
	void entries() {
		given(this.wallets.entries(MINA.id(), 1, 5)).willReturn(PageOf.of(List.of(LINE), 1, 5, 6));

		MvcTestResult result = this.mvc.get().uri("/api/v1/wallet/entries?page=1&size=5").with(by(MINA)).exchange();

		assertThat(result).hasStatus(200);
		assertThat(json(result)).isEqualTo(json("""
				{"items": [{"id": 9, "type": "PAYMENT", "amount": -150000, "balanceAfter": 50000,
				            "reference": "payment-id", "createdAt": "2030-05-01T00:00:00.123456Z"}],
				 "page": 1, "size": 5, "totalItems": 6, "totalPages": 2}"""));
	}

	@Test
	void entriesAreTwentyOnAPageUnlessAskedOtherwise() {
		given(this.wallets.entries(MINA.id(), 0, 20)).willReturn(PageOf.of(List.of(), 0, 20, 0));

		assertThat(this.mvc.get().uri("/api/v1/wallet/entries").with(by(MINA))).hasStatus(200);
		verify(this.wallets).entries(MINA.id(), 0, 20);
	}

	@ParameterizedTest
	@ValueSource(strings = { "size=101", "size=0", "page=-1", "page=abc", "size=1.5", "page=99999999999" })
	void pageOutOfBounds(String query) {
		MvcTestResult result = this.mvc.get().uri("/api/v1/wallet/entries?" + query).with(by(MINA)).exchange();

		assertThat(result).hasStatus(400);
		assertThat(json(result).get("code").asString()).isEqualTo("validation-failed");
		assertThat(json(result).at("/errors/0/field").asString()).isEqualTo(query.substring(0, 4));
		assertThat(json(result).toString()).doesNotContain("java.", "Exception");
		verifyNoInteractions(this.wallets);
	}

	private MvcTestResult charging(String body) {
		return this.mvc.post()
			.uri("/api/v1/wallet/charges")
			.with(by(MINA))
			.header("Idempotency-Key", "key-1")
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

}
