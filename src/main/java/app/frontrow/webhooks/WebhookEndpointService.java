package app.frontrow.webhooks;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import app.frontrow.shared.KeyRing;
import app.frontrow.shared.SecretCipher;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.store.AfterTransactionExecutor;
import app.frontrow.shared.store.CachedDatabaseValue;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Manages the programs that get webhooks. They are kept in memory and read again twice a
 * second. So an event costs nothing if there is no program, and a new program gets events
 * after a second at most.
 */
@Service
public class WebhookEndpointService {

	/** How many programs there may be. */
	public static final int MAX_ENDPOINTS = 20;

	/** The prefix of a secret, by the Standard Webhooks specification. */
	private static final String SECRET_PREFIX = "whsec_";

	private static final int SECRET_BYTES = 32;

	private static final Duration MAX_AGE = Duration.ofSeconds(1);

	private final WebhookEndpointRepository endpoints;

	private final WebhookAddressRules addresses;

	private final SecretCipher cipher;

	private final CachedDatabaseValue<List<WebhookEndpoint>> known;

	private final SecureRandom random = new SecureRandom();

	WebhookEndpointService(WebhookEndpointRepository endpoints, WebhookAddressRules addresses, KeyRing ring) {
		this.endpoints = endpoints;
		this.addresses = addresses;
		this.cipher = new SecretCipher(ring, "webhook-secrets");
		this.known = new CachedDatabaseValue<>("webhooks", List.of(), endpoints::findAll);
	}

	/** All programs, at most a second old. */
	public List<WebhookEndpoint> findAll() {
		return this.known.get(MAX_AGE);
	}

	/**
	 * Requires an address that may be called. It looks the name up, so it is not part of
	 * a transaction.
	 * @throws InvalidInputException if the address may not be called ({@code address})
	 */
	public void requireAllowed(String address) {
		this.addresses.require(address);
	}

	/**
	 * Adds a program, within the caller's transaction.
	 * @param address was checked by {@link #requireAllowed}
	 * @return the secret that signs its messages, to be shown once
	 * @throws InvalidInputException if it asks for no event or there are too many
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public String add(String address, Set<WebhookType> events) {
		if (events.isEmpty()) {
			throw new InvalidInputException("events", "required");
		}
		if (this.endpoints.findAll().size() >= MAX_ENDPOINTS) {
			throw new InvalidInputException("address", "too-many-webhooks", MAX_ENDPOINTS);
		}
		UUID id = UUID.randomUUID();
		byte[] secret = new byte[SECRET_BYTES];
		this.random.nextBytes(secret);
		this.endpoints.insert(id, address, events, this.cipher.encrypt(id.toString(), secret));
		AfterTransactionExecutor.runAfterCommit(this.known::read);
		return SECRET_PREFIX + Base64.getEncoder().encodeToString(secret);
	}

	/**
	 * Removes a program, within the caller's transaction. It gets nothing more.
	 * @throws NotFoundException if there is none with this id
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public WebhookEndpoint remove(UUID id) {
		WebhookEndpoint endpoint = this.endpoints.findAll()
			.stream()
			.filter((each) -> each.id().equals(id))
			.findFirst()
			.orElseThrow(NotFoundException::new);
		this.endpoints.delete(id);
		AfterTransactionExecutor.runAfterCommit(this.known::read);
		return endpoint;
	}

	/**
	 * Returns an empty result if the settings do not have the key that encrypted the
	 * secret.
	 */
	public Optional<byte[]> decrypt(WebhookEndpoint endpoint) {
		return this.cipher.decrypt(endpoint.id().toString(), endpoint.secret());
	}

	@Scheduled(fixedDelay = 500)
	void refresh() {
		this.known.refresh();
	}

}
