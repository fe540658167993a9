package app.frontrow.members;

import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;

/**
 * Reads and replaces password hashes, for log-in and password changes.
 */
@Service
public class CredentialService {

	private final AccountRepository accounts;

	CredentialService(AccountRepository accounts) {
		this.accounts = accounts;
	}

	/**
	 * Finds a member's credentials.
	 * @param username the username as it was entered
	 */
	public Optional<Credentials> find(String username) {
		return Optional.of(MemberService.toCanonicalUsername(username))
			.filter(MemberService::isUsername)
			.flatMap(this.accounts::findByUsername)
			.map(Account::toCredentials);
	}

	/** Finds the credentials of the member with this id. */
	public Optional<Credentials> find(UUID memberId) {
		return this.accounts.findById(memberId).map(Account::toCredentials);
	}

	/**
	 * Replaces a password, unless another request has replaced it since it was compared.
	 * @param before the hash that the caller has compared
	 * @param hash the hash of the new password
	 * @return whether it was replaced
	 */
	public boolean replacePassword(UUID memberId, String before, String hash) {
		return this.accounts.changePassword(memberId, before, hash) == 1;
	}

}
