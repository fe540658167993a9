package app.frontrow.security.factor;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import app.frontrow.members.data.MemberDataHolder;
import app.frontrow.security.passkey.Passkey;
import app.frontrow.security.passkey.PasskeyService;

import org.springframework.stereotype.Component;

/**
 * A member's second factor. The export has no secrets; all of it ends with the account.
 */
@Component
class SecondFactorDataHolder implements MemberDataHolder {

	private final SecondFactorService factors;

	private final SecondFactorRepository stored;

	private final PasskeyService passkeys;

	SecondFactorDataHolder(SecondFactorService factors, SecondFactorRepository stored, PasskeyService passkeys) {
		this.factors = factors;
		this.stored = stored;
		this.passkeys = passkeys;
	}

	@Override
	public String name() {
		return "secondFactor";
	}

	@Override
	public Object export(UUID memberId) {
		SecondFactor factor = this.factors.find(memberId);
		List<String> labels = factor.passkeys().stream().map(Passkey::label).toList();
		return Map.of("app", factor.totp(), "passkeys", labels, "recoveryCodesLeft", factor.codesLeft());
	}

	@Override
	public void erase(UUID memberId) {
		this.passkeys.removeAll(memberId);
		this.stored.delete(memberId);
		this.factors.readAfterCommit();
	}

}
