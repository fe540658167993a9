package app.frontrow.security.account;

import java.util.List;
import java.util.UUID;

import app.frontrow.members.CredentialService;
import app.frontrow.members.Member;
import app.frontrow.members.Role;
import app.frontrow.members.data.MemberDataHolder;
import app.frontrow.security.password.PasswordCheckService;
import app.frontrow.security.session.MemberSessionService;
import app.frontrow.shared.store.RetryingTransactionExecutor;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Ends an account for good. What is about the person goes; ledger and reservations stay
 * under an id that names nobody, so the accounts still balance. Nobody else ever gets the
 * username.
 */
@Service
public class AccountDeletionService {

	private final PasswordCheckService passwords;

	private final CredentialService credentials;

	private final RecoveryCodeService codes;

	private final PasswordResetRepository links;

	private final MemberSessionService sessions;

	private final RetryingTransactionExecutor transactions;

	private final List<MemberDataHolder> holders;

	AccountDeletionService(PasswordCheckService passwords, CredentialService credentials, RecoveryCodeService codes,
			PasswordResetRepository links, MemberSessionService sessions, RetryingTransactionExecutor transactions,
			ObjectProvider<MemberDataHolder> holders) {
		this.passwords = passwords;
		this.credentials = credentials;
		this.codes = codes;
		this.links = links;
		this.sessions = sessions;
		this.transactions = transactions;
		this.holders = holders.orderedStream().toList();
	}

	/**
	 * Ends the account and all its log-ins.
	 * @param password the member's
	 * @throws app.frontrow.shared.error.InvalidInputException if the password is wrong
	 * ({@code currentPassword})
	 * @throws app.frontrow.shared.error.Refusal if there is a balance, a live hold or a
	 * ticket for a coming show; nothing has changed then
	 */
	public void delete(Member member, String password) {
		this.passwords.require(member, password);
		if (member.role() != Role.MEMBER) {
			throw new StaffAccountException();
		}
		UUID id = member.id();
		this.transactions.run(() -> {
			this.holders.forEach((holder) -> holder.requireSettled(id));
			this.holders.forEach((holder) -> holder.erase(id));
			this.codes.erase(id);
			this.links.deleteByMember(id);
			this.credentials.close(id);
			this.sessions.endAll(id);
			return null;
		});
		// again, for log-ins that compared the password before the commit
		this.sessions.endAll(id);
	}

}
