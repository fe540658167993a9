package app.frontrow.wallet;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;

import app.frontrow.idempotency.IdempotencyService;
import app.frontrow.idempotency.IdempotentOperation;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.limit.ActionRateLimiter;
import app.frontrow.shared.store.RetryingTransactionExecutor;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

class WalletServiceTests {

	private static final UUID MINA = UUID.randomUUID();

	private final LedgerRepository ledger = mock();

	private final IdempotencyService requests = mock();

	private final RetryingTransactionExecutor transactions = mock();

	private final ActionRateLimiter limit = mock();

	private final WalletService wallets = new WalletService(this.ledger, new WalletSettings(1_000_000, 10_000_000),
			this.requests, this.transactions, this.limit);

	@Test
	@ProvesRule(rule = "Top-ups are limited", guard = "WalletService.charge", brokenBy = "leaving out check")
	void tooManyTopUpsChangeNothing() {
		willThrow(new TooManyRequestsException(7)).given(this.limit).check("top-up", MINA);

		assertThatThrownBy(() -> this.wallets.charge(MINA, 5_000, null)).isInstanceOf(TooManyRequestsException.class);
		verifyNoInteractions(this.ledger, this.requests);
	}

	@Test
	void topUpUsesAWalletOpenedMeanwhile() {
		given(this.transactions.run(any())).willAnswer((call) -> call.<Supplier<?>>getArgument(0).get());
		given(this.requests.run(any(), any(), any()))
			.willAnswer((call) -> call.<IdempotentOperation<?>>getArgument(2).execute());
		given(this.ledger.lockBalance(MINA)).willReturn(Optional.of(0L));
		given(this.ledger.add(MINA, 1, 10_000_000)).willReturn(OptionalLong.empty()).willReturn(OptionalLong.of(1));

		this.wallets.charge(MINA, 1, null);

		verify(this.ledger, never()).openWallet(any());
	}

	@Test
	void debitUsesABalanceToppedUpMeanwhile() {
		given(this.ledger.lockBalance(MINA)).willReturn(Optional.of(0L));
		given(this.ledger.take(MINA, 5)).willReturn(OptionalLong.empty()).willReturn(OptionalLong.of(4));

		assertThat(this.wallets.debit(MINA, 5)).isEqualTo(4);
	}

	@Test
	@ProvesRule(rule = "A refund is not refused for the limit of the balance", guard = "WalletService.credit",
			brokenBy = "using the bound of top-ups")
	void refundMayExceedTheLimit() {
		given(this.ledger.add(MINA, 150_000, Long.MAX_VALUE)).willReturn(OptionalLong.of(10_100_000));

		assertThat(this.wallets.credit(MINA, 150_000)).isEqualTo(10_100_000);
	}

}
