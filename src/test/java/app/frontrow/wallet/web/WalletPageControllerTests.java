package app.frontrow.wallet.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import app.frontrow.idempotency.IdempotencyService;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.PageOf;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.web.page.PageSlice;
import app.frontrow.shared.web.page.PageSliceConfiguration;
import app.frontrow.wallet.LedgerEntry;
import app.frontrow.wallet.LedgerEntryType;
import app.frontrow.wallet.WalletService;
import app.frontrow.wallet.WalletSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.never;

@PageSlice(WalletPageController.class)
@EnableConfigurationProperties(WalletSettings.class)
class WalletPageControllerTests {

	private static final UUID MINA = PageSliceConfiguration.MINA.id();

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private WalletService wallets;

	@MockitoBean
	private IdempotencyService requests;

	@BeforeEach
	void aWallet() {
		given(this.requests.awaitResult(any())).willAnswer((call) -> call.<Supplier<?>>getArgument(0).get());
		given(this.wallets.getBalance(MINA)).willReturn(30_000L);
		given(this.wallets.findEntries(eq(MINA), anyInt(), anyInt()))
			.willReturn(PageOf.of(List.of(entry(LedgerEntryType.PAYMENT, -120_000, 30_000),
					entry(LedgerEntryType.CHARGE, 150_000, 150_000)), 0, 20, 45));
	}

	@Test
	void walletShowsBalanceAndLedger() {
		assertThat(this.mvc.get().uri("/me/wallet").with(PageSliceConfiguration.mina())).hasStatusOk()
			.bodyText()
			.contains("data-testid=\"balance\"", "₩30,000", "−₩120,000", "+₩150,000", "Up to ₩1,000,000 at a time",
					"href=\"/me/wallet?page=1\"", "<th scope=\"col\"")
			.containsPattern("(?s)ledger-row.*ledger-row")
			.doesNotContain("??");
	}

	@Test
	void topUpLeadsBackToTheOrder() {
		UUID order = UUID.randomUUID();
		given(this.wallets.charge(MINA, 50_000, "key")).willReturn(entry(LedgerEntryType.CHARGE, 50_000, 80_000));

		assertThat(charge("50000", null)).hasStatus(302).hasRedirectedUrl("/me/wallet");
		MvcTestResult back = charge("50000", order.toString());
		assertThat(back).hasRedirectedUrl("/reservations/" + order);
		assertThat(back.getResponse().getCookie("frontrow-flash").getValue()).contains("%E2%82%A980%2C000");
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "-, This is required", "abc, whole number of won", "1.5, whole number of won", "0, from 1 to 1" })
	void wrongAmountIsExplainedBesideTheField(String amount, String words) {
		assertThat(charge(amount, null)).hasStatus(400)
			.bodyText()
			.contains(words, "aria-invalid=\"true\"", "id=\"amount-error\"", "data-code=\"validation-failed\"",
					"name=\"returnTo\" value=\"/me/wallet\"")
			.contains((amount != null) ? "value=\"" + amount + "\"" : "value=\"\"")
			.doesNotContain("??");
	}

	@Test
	void damagedKeyIsRefused() {
		given(this.wallets.charge(eq(MINA), eq(50_000L), any()))
			.willThrow(new InvalidInputException("Idempotency-Key", "idempotency-key"));

		assertThat(charge("50000", null)).hasStatus(400)
			.bodyText()
			.contains("data-code=\"validation-failed\"")
			.doesNotContain("id=\"amount-error\"", "??");
	}

	@Test
	@ProvesRule(rule = "A click on a round amount counts more than what was typed", guard = "ChargeForm.typed",
			brokenBy = "leaving out the choice")
	void clickedAmountReplacesTheTypedOne() {
		given(this.wallets.charge(MINA, 50_000, "key")).willReturn(entry(LedgerEntryType.CHARGE, 50_000, 80_000));

		assertThat(this.mvc.get().uri("/me/wallet").with(PageSliceConfiguration.mina())).bodyText()
			.contains("name=\"quick\"", "value=\"50000\"", "Top up ₩100,000");
		assertThat(this.mvc.post()
			.uri("/me/wallet/charges")
			.param("idempotencyKey", "key")
			.param("amount", "7")
			.param("quick", "50000")
			.with(PageSliceConfiguration.mina())
			.with(SecurityMockMvcRequestPostProcessors.csrf())).hasRedirectedUrl("/me/wallet");
	}

	@ParameterizedTest
	@CsvSource({ "abc", "-5", "''" })
	@ProvesRule(rule = "A wrong top-up is explained on the page where the member pays",
			guard = "WalletPageController.charge", brokenBy = "leaving out the way back")
	void wrongTopUpForAnOrderIsExplainedThere(String amount) {
		UUID order = UUID.randomUUID();

		assertThat(charge(amount, order.toString())).hasStatus(302)
			.hasRedirectedUrl("/reservations/" + order + "?amount=" + amount);
		verify(this.wallets, never()).charge(any(), anyLong(), any());
	}

	@Test
	void tooManyTopUpsAreRefusedInPlace() {
		given(this.wallets.charge(eq(MINA), eq(50_000L), any())).willThrow(new TooManyRequestsException(7));

		assertThat(charge("50000", null)).hasStatus(429)
			.hasHeader("Retry-After", "7")
			.bodyText()
			.contains("data-code=\"too-many-requests\"", "id=\"amount-error\"", "value=\"50000\"")
			.doesNotContain("??");
	}

	@Test
	void topUpDoesNotRedirectToOtherSites() {
		given(this.wallets.charge(MINA, 50_000, "key")).willReturn(entry(LedgerEntryType.CHARGE, 50_000, 80_000));

		assertThat(charge("50000", "https://evil.example")).hasRedirectedUrl("/me/wallet");
	}

	private MvcTestResult charge(String amount, String returnTo) {
		var post = this.mvc.post().uri("/me/wallet/charges").param("idempotencyKey", "key");
		if (amount != null) {
			post.param("amount", amount);
		}
		if (returnTo != null) {
			post.param("returnTo", returnTo);
		}
		return post.with(PageSliceConfiguration.mina()).with(SecurityMockMvcRequestPostProcessors.csrf()).exchange();
	}

	private static LedgerEntry entry(LedgerEntryType type, long amount, long balanceAfter) {
		return new LedgerEntry(1, type, amount, balanceAfter, "reference", Instant.EPOCH);
	}

}
