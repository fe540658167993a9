package app.frontrow.wallet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;

import app.frontrow.idempotency.IdempotentOperation;
import app.frontrow.idempotency.IdempotentRequests;
import app.frontrow.idempotency.RequestKey;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.ActionLimit;
import app.frontrow.shared.InvalidInputException;
import app.frontrow.shared.InvalidInputException.Violation;
import app.frontrow.shared.TooManyRequestsException;
import app.frontrow.shared.Transactions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.InOrder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

class WalletsTests {

	private static final UUID MINA = UUID.randomUUID();

	private static final UUID PAYMENT = UUID.randomUUID();

	private static final LedgerEntry LINE = new LedgerEntry(1, EntryType.CHARGE, 5_000, 5_000, "x", Instant.EPOCH);

	private final Ledger ledger = mock();

	private final IdempotentRequests requests = mock();

	private final Transactions transactions = mock();

	private final ActionLimit limit = mock();

	private final Wallets wallets = new Wallets(this.ledger, new WalletSettings(1_000_000, 10_000_000), this.requests,
			this.transactions, this.limit);

	@BeforeEach
	void workAtOnce() {
		given(this.transactions.run(any())).willAnswer((call) -> call.<Supplier<?>>getArgument(0).get());
		given(this.requests.run(any(), any(), any()))
			.willAnswer((call) -> call.<IdempotentOperation<?>>getArgument(2).execute());
		given(this.ledger.balance(MINA)).willReturn(Optional.of(9_000_000L));
		given(this.ledger.lock(MINA)).willReturn(Optional.of(9_000_000L));
		given(this.ledger.add(any(), anyLong(), anyLong())).willReturn(OptionalLong.of(5_000));
		given(this.ledger.now()).willReturn(Instant.EPOCH);
		given(this.ledger.append(any(), any(), anyLong(), anyString(), anyLong(), any())).willReturn(LINE);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 1_000_000 })
	void topUpWithinItsBounds(long amount) {
		assertThat(this.wallets.charge(MINA, amount, "key")).isEqualTo(LINE);

		verify(this.ledger).add(MINA, amount, 10_000_000);
		verify(this.ledger).append(eq(MINA), eq(EntryType.CHARGE), eq(amount), anyString(), eq(5_000L),
				eq(Instant.EPOCH));
		verify(this.requests).run(eq(new RequestKey(MINA, "wallet/charges", "key", amount)), any(), any());
	}

	@ParameterizedTest
	@ValueSource(longs = { 0, -1, 1_000_001, Long.MAX_VALUE, Long.MIN_VALUE })
	void topUpOutOfItsBounds(long amount) {
		assertThatThrownBy(() -> this.wallets.charge(MINA, amount, null))
			.isInstanceOfSatisfying(InvalidInputException.class, (refusal) -> assertThat(refusal.violations())
				.containsExactly(new Violation("amount", "amount", List.of(1_000_000L))));
		verifyNoInteractions(this.ledger, this.requests);
	}

	@Test
	@ProvesRule(rule = "Top-ups are limited", guard = "Wallets.charge", brokenBy = "leaving out check")
	void whoTopsUpTooOftenIsSlowedAndChangesNothing() {
		willThrow(new TooManyRequestsException(7)).given(this.limit).check("top-up", MINA);

		assertThatThrownBy(() -> this.wallets.charge(MINA, 5_000, null)).isInstanceOf(TooManyRequestsException.class);
		verifyNoInteractions(this.ledger, this.requests);
	}

	@Test
	void balanceHasALimit() {
		given(this.ledger.add(MINA, 1_000_000, 10_000_000)).willReturn(OptionalLong.empty());

		assertThatThrownBy(() -> this.wallets.charge(MINA, 1_000_000, null)).isInstanceOfSatisfying(
				BalanceLimitExceededException.class,
				(refusal) -> assertThat(refusal.details()).containsEntry("balance", 9_000_000L)
					.containsEntry("limit", 10_000_000L));
		verify(this.ledger, never()).append(any(), any(), anyLong(), any(), anyLong(), any());
	}

	@Test
	void firstTopUpOpensTheWallet() {
		given(this.ledger.balance(MINA)).willReturn(Optional.empty());
		given(this.ledger.lock(MINA)).willReturn(Optional.empty());
		given(this.ledger.add(MINA, 1, 10_000_000)).willReturn(OptionalLong.empty()).willReturn(OptionalLong.of(1));

		assertThat(this.wallets.balance(MINA)).isZero();
		assertThat(this.wallets.charge(MINA, 1, null)).isEqualTo(LINE);

		InOrder order = inOrder(this.ledger);
		order.verify(this.ledger).add(MINA, 1, 10_000_000);
		order.verify(this.ledger).open(MINA);
		order.verify(this.ledger).add(MINA, 1, 10_000_000);
		verify(this.transactions).run(any());
	}

	@Test
	void topUpIsNotRefusedForAWalletThatWasOpenedMeanwhile() {
		given(this.ledger.add(MINA, 1, 10_000_000)).willReturn(OptionalLong.empty()).willReturn(OptionalLong.of(1));

		assertThat(this.wallets.charge(MINA, 1, null)).isEqualTo(LINE);
		verify(this.ledger, never()).open(any());
	}

	@Test
	void debitIsNotRefusedForABalanceThatWasToppedUpMeanwhile() {
		given(this.ledger.take(MINA, 5)).willReturn(OptionalLong.empty()).willReturn(OptionalLong.of(4));

		assertThat(this.wallets.debit(MINA, 5)).isEqualTo(4);
	}

	@Test
	void debitNeedsTheBalance() {
		given(this.ledger.take(MINA, 9_000_001)).willReturn(OptionalLong.empty());

		assertThatThrownBy(() -> this.wallets.debit(MINA, 9_000_001)).isInstanceOfSatisfying(
				InsufficientBalanceException.class,
				(refusal) -> assertThat(refusal.details()).containsEntry("balance", 9_000_000L)
					.containsEntry("required", 9_000_001L));

		given(this.ledger.take(MINA, 9_000_000)).willReturn(OptionalLong.of(0));
		assertThat(this.wallets.debit(MINA, 9_000_000)).isZero();
	}

	@Test
	void paymentIsANegativeLine() {
		this.wallets.recordPayment(MINA, 150_000, PAYMENT, 12, Instant.EPOCH);

		verify(this.ledger).append(MINA, EntryType.PAYMENT, -150_000, PAYMENT.toString(), 12, Instant.EPOCH);
	}

	@Test
	@ProvesRule(rule = "A refund is not refused for the limit of the balance", guard = "Wallets.credit",
			brokenBy = "using the bound of top-ups")
	void refundIsNotBoundByTheLimit() {
		given(this.ledger.add(MINA, 150_000, Long.MAX_VALUE)).willReturn(OptionalLong.of(10_100_000));

		assertThat(this.wallets.credit(MINA, 150_000)).isEqualTo(10_100_000);
		this.wallets.recordRefund(MINA, 150_000, PAYMENT, 10_100_000, Instant.EPOCH);

		verify(this.ledger).append(MINA, EntryType.REFUND, 150_000, PAYMENT.toString(), 10_100_000, Instant.EPOCH);
	}

}
