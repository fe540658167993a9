package app.frontrow.office.staff;

import java.util.List;
import java.util.Map;

import app.frontrow.members.Member;
import app.frontrow.office.trail.TrailKind;
import app.frontrow.office.trail.TrailService;
import app.frontrow.security.factor.AddedSecondFactor;
import app.frontrow.security.factor.PasskeyFactorService;
import app.frontrow.security.factor.SecondFactorService;
import app.frontrow.security.factor.TotpFactorService;
import app.frontrow.security.passkey.PasskeySite;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.store.RetryingTransactionExecutor;
import app.frontrow.staff.StaffGrant;
import app.frontrow.staff.StaffService;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Service;

/**
 * Changes second factors, and adds an entry to the trail for each change. An entry
 * contains no secret and no code.
 */
@Service
public class StaffFactorService {

	private static final Map<String, String> APP = Map.of("factor", "app");

	private final SecondFactorService factors;

	private final TotpFactorService apps;

	private final PasskeyFactorService passkeys;

	private final StaffService staff;

	private final TrailService trail;

	private final RetryingTransactionExecutor transactions;

	StaffFactorService(SecondFactorService factors, TotpFactorService apps, PasskeyFactorService passkeys,
			StaffService staff, TrailService trail, RetryingTransactionExecutor transactions) {
		this.factors = factors;
		this.apps = apps;
		this.passkeys = passkeys;
		this.staff = staff;
		this.trail = trail;
		this.transactions = transactions;
	}

	/**
	 * Adds an app.
	 * @param sessionId the session that was offered the secret
	 * @param typed a code of the app
	 * @throws app.frontrow.shared.error.InvalidInputException if the code is wrong
	 */
	public AddedSecondFactor addApp(Authentication login, String sessionId, String typed) {
		long step = this.apps.check(login, sessionId, typed);
		return this.transactions.run(() -> {
			AddedSecondFactor change = this.apps.add(login, sessionId, step);
			note(TrailKind.FACTOR_ADDED, username(login), null, APP);
			return change;
		});
	}

	/** Removes the app. */
	public void removeApp(Authentication login) {
		this.transactions.run(() -> {
			this.apps.remove(login);
			note(TrailKind.FACTOR_REMOVED, username(login), APP, null);
			return null;
		});
	}

	/**
	 * Adds a passkey.
	 * @param challenge that the browser was given
	 * @param credential the browser's answer, as JSON
	 * @throws app.frontrow.shared.error.InvalidInputException if they do not fit
	 */
	public AddedSecondFactor addPasskey(Authentication login, PasskeySite site, String challenge, String credential,
			String label) {
		return this.transactions.run(() -> {
			AddedSecondFactor change = this.passkeys.add(login, site, challenge, credential, label);
			note(TrailKind.FACTOR_ADDED, username(login), null, Map.of("factor", "passkey"));
			return change;
		});
	}

	/**
	 * Removes a passkey.
	 * @throws NotFoundException if the member has no such passkey
	 */
	public void removePasskey(Authentication login, String id) {
		this.transactions.run(() -> {
			String label = this.passkeys.remove(login, id).label();
			note(TrailKind.FACTOR_REMOVED, username(login), Map.of("factor", "passkey", "label", label), null);
			return null;
		});
	}

	/** Gives the member new recovery codes. */
	public List<String> renewCodes(Authentication login) {
		return this.transactions.run(() -> {
			List<String> codes = this.factors.renewCodes(login);
			note(TrailKind.FACTOR_CODES_RENEWED, username(login), null, null);
			return codes;
		});
	}

	/**
	 * Removes all second factors of a member of the staff who has lost them.
	 * @param grantId a role of the member
	 * @throws NotFoundException if there is no such role
	 */
	public StaffGrant reset(long grantId) {
		StaffGrant grant = this.staff.findAll()
			.stream()
			.filter((known) -> known.id() == grantId)
			.findFirst()
			.orElseThrow(NotFoundException::new);
		this.transactions.run(() -> {
			this.factors.reset(grant.memberId());
			note(TrailKind.FACTOR_RESET, grant.username(), null, null);
			return null;
		});
		return grant;
	}

	private void note(TrailKind what, String username, @Nullable Object before, @Nullable Object after) {
		this.trail.record(what, "member:" + username, null, before, after, null);
	}

	private static String username(Authentication login) {
		return Member.of(login).username();
	}

}
