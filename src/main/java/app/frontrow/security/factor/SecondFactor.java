package app.frontrow.security.factor;

import java.util.List;

import app.frontrow.security.passkey.Passkey;

/**
 * What a member of the staff has for the second step.
 *
 * @param totp whether there is an app
 * @param codesLeft recovery codes that were not used
 */
public record SecondFactor(boolean totp, List<Passkey> passkeys, int codesLeft) {

	/** Whether there is an app or a passkey. Recovery codes alone are no factor. */
	public boolean isEnrolled() {
		return this.totp || !this.passkeys.isEmpty();
	}

}
