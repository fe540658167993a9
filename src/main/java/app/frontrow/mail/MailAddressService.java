package app.frontrow.mail;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.store.RetryingTransactionExecutor;

import org.springframework.stereotype.Service;

/**
 * The mail addresses of members. An address is optional, may be shared by several
 * members, and is used only after its owner has confirmed it. So nobody learns from this
 * site whether an address is known here.
 */
@Service
public class MailAddressService {

	/** The kind of the mail that asks whether an address is right. */
	static final String CONFIRMATION = "confirm-address";

	static final String WELCOME = "welcome";

	private static final Duration CONFIRMABLE = Duration.ofDays(1);

	private static final int MAX_LENGTH = 254;

	/**
	 * Accepts the addresses that mail servers accept in practice. Only the confirmation
	 * shows that an address works.
	 */
	private static final Pattern ADDRESS = Pattern
		.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

	private final MailAddressRepository addresses;

	private final MailOutboxRepository outbox;

	private final MailOutboxService mails;

	private final LinkTokenSigner tokens;

	private final RetryingTransactionExecutor transactions;

	MailAddressService(MailAddressRepository addresses, MailOutboxRepository outbox, MailOutboxService mails,
			LinkTokenSigner tokens, RetryingTransactionExecutor transactions) {
		this.addresses = addresses;
		this.outbox = outbox;
		this.mails = mails;
		this.tokens = tokens;
		this.transactions = transactions;
	}

	/**
	 * Changes the member's address and asks for its confirmation by mail. An empty text
	 * removes the address.
	 * @param typed as somebody typed it
	 * @param language of the mails
	 * @throws InvalidInputException if it is no address ({@code email})
	 */
	public void change(UUID memberId, String typed, Locale language) {
		String address = typed.strip();
		if (address.length() > MAX_LENGTH || !address.isEmpty() && !ADDRESS.matcher(address).matches()) {
			throw new InvalidInputException("email", "email");
		}
		this.transactions.run(() -> {
			if (address.isEmpty()) {
				this.addresses.delete(memberId);
			}
			else {
				UUID confirmation = UUID.randomUUID();
				this.addresses.replace(memberId, address, language.getLanguage(), confirmation, CONFIRMABLE);
				if (this.mails.isOn()) {
					this.outbox.addForAnyAddress(CONFIRMATION, memberId, confirmation);
				}
			}
			return null;
		});
	}

	/**
	 * Confirms an address.
	 * @param token from the link
	 * @return false if the token is not ours, was used, or is older than a day
	 */
	public boolean confirm(String token) {
		Optional<UUID> confirmation = this.tokens.verify(CONFIRMATION, token);
		return confirmation.isPresent() && this.transactions.run(() -> {
			Optional<UUID> member = this.addresses.lockByConfirmation(confirmation.get());
			member.ifPresent((id) -> {
				this.addresses.confirm(id);
				this.mails.add(WELCOME, id, id);
			});
			return member.isPresent();
		});
	}

	public Optional<MailAddress> find(UUID memberId) {
		return this.addresses.find(memberId);
	}

}
