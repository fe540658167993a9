package app.frontrow.wallet;

import java.util.Map;
import java.util.UUID;

import app.frontrow.members.data.MemberDataHolder;

import org.springframework.stereotype.Component;

/**
 * A member's balance and ledger. The ledger has no name in it and stays when the account
 * ends.
 */
@Component
class WalletDataHolder implements MemberDataHolder {

	private final LedgerRepository ledger;

	WalletDataHolder(LedgerRepository ledger) {
		this.ledger = ledger;
	}

	@Override
	public String name() {
		return "wallet";
	}

	@Override
	public Object export(UUID memberId) {
		return Map.of("balance", this.ledger.findBalance(memberId).orElse(0L), "entries",
				this.ledger.findAllByMember(memberId));
	}

	/** Locks the balance, so that nothing is added before the account has ended. */
	@Override
	public void requireSettled(UUID memberId) {
		long balance = this.ledger.lockBalance(memberId).orElse(0L);
		if (balance > 0) {
			throw new BalanceLeftException(balance);
		}
	}

}
