package app.frontrow.members;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import app.frontrow.shared.error.NotFoundException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads and replaces password hashes, for log-in and password changes.
 */
@Service
public class CredentialService {

	/**
	 * A bcrypt hash that no known password has. A log-in with an unknown username is
	 * compared with it, so it takes as long as any other log-in.
	 */
	private static final String UNUSABLE_HASH = "{bcrypt}$2a$10$" + ".".repeat(53);

	private static final int PSEUDONYM_LENGTH = 24;

	private final AccountRepository accounts;

	private final Clock clock;

	CredentialService(AccountRepository accounts, Clock clock) {
		this.accounts = accounts;
		this.clock = clock;
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
	 * Removes all personal data from an account for good. Nobody can log in to it any
	 * more, and nobody else can ever take its username. The account gets a new username
	 * that no member can choose.
	 * @throws NotFoundException if there is no such account, or it was closed before
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void close(UUID memberId) {
		String username = this.accounts.findById(memberId).orElseThrow(NotFoundException::new).toMember().username();
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		String pseudonym = "#" + UUID.randomUUID().toString().replace("-", "").substring(0, PSEUDONYM_LENGTH);
		if (this.accounts.close(memberId, pseudonym, UNUSABLE_HASH, now) != 1) {
			throw new NotFoundException();
		}
		this.accounts.saveAndFlush(Account.reserved(username, UNUSABLE_HASH, now));
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
