package app.frontrow.booking;

import java.util.Map;
import java.util.UUID;

import app.frontrow.booking.payment.Payment;
import app.frontrow.idempotency.IdempotentOperation;
import app.frontrow.wallet.WalletService;

/**
 * Tops up and pays. If the payment is refused, the top-up stays in the balance, and the
 * refusal contains the new balance.
 */
class TopUpPaymentOperation implements IdempotentOperation<Payment> {

	private final WalletService wallets;

	private final UUID memberId;

	private final long topUp;

	private final IdempotentOperation<Payment> payment;

	private boolean toppedUp;

	TopUpPaymentOperation(WalletService wallets, UUID memberId, long topUp, IdempotentOperation<Payment> payment) {
		this.wallets = wallets;
		this.memberId = memberId;
		this.topUp = topUp;
		this.payment = payment;
	}

	@Override
	public void check() {
		this.payment.check();
	}

	@Override
	public Payment execute() {
		this.toppedUp = false;
		this.wallets.topUp(this.memberId, this.topUp);
		this.toppedUp = true;
		return this.payment.execute();
	}

	@Override
	public void updateSharedRows(Payment paid) {
		this.payment.updateSharedRows(paid);
	}

	/** Returns false if the top-up itself was refused, because then nothing was added. */
	@Override
	public boolean standsAfterRefusal() {
		return this.toppedUp;
	}

	@Override
	public Map<String, Object> executeAfterRefusal() {
		return Map.of("balance", this.wallets.topUp(this.memberId, this.topUp).balanceAfter());
	}

	@Override
	public void close() {
		this.payment.close();
	}

	@Override
	public void afterCommit(Payment paid) {
		this.payment.afterCommit(paid);
	}

}
