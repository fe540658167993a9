package app.frontrow.security.account;

import java.time.Duration;
import java.util.UUID;

import app.frontrow.mail.LinkTokenSigner;
import app.frontrow.mail.MailOutboxService;
import app.frontrow.members.CredentialService;
import app.frontrow.members.Credentials;
import app.frontrow.members.MemberService;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.limit.RateLimit;
import app.frontrow.shared.limit.RateLimitService;
import app.frontrow.shared.limit.RateLimitSettings;
import app.frontrow.shared.store.RetryingTransactionExecutor;

import org.springframework.stereotype.Service;

/**
 * A new password by a link in a mail. A request costs one statement for any name; who has
 * the name is looked up later.
 */
@Service
public class PasswordResetLinkService {

	private static final Duration LIFETIME = Duration.ofMinutes(30);

	private static final RateLimit PER_NAME = RateLimit.steady("reset-mail", 5, Duration.ofHours(1));

	private final PasswordResetRepository resets;

	private final CredentialService credentials;

	private final PasswordReplacementService replacements;

	private final LinkTokenSigner tokens;

	private final MailOutboxService mails;

	private final RetryingTransactionExecutor transactions;

	private final RateLimitService limits;

	private final RateLimit perAddress;

	PasswordResetLinkService(PasswordResetRepository resets, CredentialService credentials,
			PasswordReplacementService replacements, LinkTokenSigner tokens, MailOutboxService mails,
			RetryingTransactionExecutor transactions, RateLimitService limits, RateLimitSettings settings) {
		this.resets = resets;
		this.credentials = credentials;
		this.replacements = replacements;
		this.tokens = tokens;
		this.mails = mails;
		this.transactions = transactions;
		this.limits = limits;
		this.perAddress = RateLimit.steady("reset-mail-address", settings.failedLogIns(), Duration.ofHours(1));
	}

	/** Whether this site sends mail at all. */
	public boolean sendsMail() {
		return this.mails.isOn();
	}

	/**
	 * Asks for a link. Too many requests for one name are ignored without a word, because
	 * a stranger may have sent them.
	 * @param username as somebody typed it
	 * @param address from where
	 * @throws TooManyRequestsException if there were too many from this address
	 */
	public void request(String username, String address) {
		this.limits.require(this.perAddress, address);
		String name = MemberService.toCanonicalUsername(username);
		if (!this.mails.isOn() || !MemberService.isUsername(name) || isTooOften(name)) {
			return;
		}
		this.transactions.run(() -> {
			this.resets.insert(UUID.randomUUID(), name, LIFETIME);
			return null;
		});
	}

	/**
	 * Sets a new password by the token of a link, which is used up then.
	 * @throws InvalidInputException if the link is not ours, was used or is too old
	 * ({@code code}), or the password breaks a rule ({@code newPassword}); nothing has
	 * changed then
	 * @throws TooManyRequestsException if there were too many tries from this address
	 */
	public void resetByLink(String token, String wanted, String address) {
		this.limits.require(this.perAddress, address);
		UUID reset = this.tokens.verify(PasswordResetMail.KIND, token).orElseThrow(PasswordResetLinkService::endedLink);
		Credentials known = this.resets.findMember(reset)
			.flatMap(this.credentials::find)
			.orElseThrow(PasswordResetLinkService::endedLink);
		if (!this.replacements.replace(known, wanted, () -> this.resets.use(reset))) {
			throw endedLink();
		}
	}

	private boolean isTooOften(String name) {
		try {
			this.limits.require(PER_NAME, name);
			return false;
		}
		catch (TooManyRequestsException tooOften) {
			return true;
		}
	}

	private static InvalidInputException endedLink() {
		return new InvalidInputException("code", "reset-link");
	}

}
