package app.frontrow.security.passkey;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import app.frontrow.members.Member;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.NotFoundException;
import com.webauthn4j.util.exception.WebAuthnException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds and checks passkeys with Spring Security's WebAuthn. The session keeps only the
 * challenge; the other options are made again from it.
 */
@Service
public class PasskeyService {

	/** How many passkeys a member may have. */
	public static final int MAX_PASSKEYS = 10;

	private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> ATTESTATION = new TypeReference<>() {
	};

	private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>> ASSERTION = new TypeReference<>() {
	};

	private final PasskeyRepository passkeys;

	private final JsonMapper json = JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

	PasskeyService(PasskeyRepository passkeys) {
		this.passkeys = passkeys;
	}

	/** A challenge for one attempt. */
	public static String newChallenge() {
		return Bytes.random().toBase64UrlString();
	}

	/** The passkeys of the member, the oldest first. */
	public List<Passkey> find(UUID memberId) {
		return this.passkeys.find(memberId);
	}

	/**
	 * What a browser needs to make a passkey, within the caller's transaction.
	 * @return JSON of WebAuthn's creation options
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public String describeNew(Member member, PasskeySite site, String challenge) {
		return this.json.writeValueAsString(creationOptions(member, site, challenge));
	}

	/**
	 * Adds the passkey that a browser has made, within the caller's transaction.
	 * @param credential JSON of the browser's answer
	 * @throws InvalidInputException if it does not fit the challenge or the site
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void add(Member member, PasskeySite site, String challenge, String credential, String label) {
		if (find(member.id()).size() >= MAX_PASSKEYS) {
			throw new InvalidInputException("passkey", "too-many-passkeys", MAX_PASSKEYS);
		}
		try {
			operations(member, site, challenge).registerCredential(
					new ImmutableRelyingPartyRegistrationRequest(creationOptions(member, site, challenge),
							new RelyingPartyPublicKey(this.json.readValue(credential, ATTESTATION), label)));
		}
		catch (JacksonException | WebAuthnException | IllegalArgumentException | DuplicateKeyException refused) {
			throw new InvalidInputException("passkey", "passkey");
		}
	}

	/** What a browser needs to use one of the member's passkeys, as JSON. */
	public String describeUse(Member member, PasskeySite site, String challenge) {
		return this.json.writeValueAsString(requestOptions(member, site, challenge));
	}

	/**
	 * Checks that the browser has used one of the member's passkeys, within the caller's
	 * transaction.
	 * @param credential JSON of the browser's answer
	 * @throws InvalidInputException if it does not fit the challenge, the site or the
	 * member
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void check(Member member, PasskeySite site, String challenge, String credential) {
		try {
			PublicKeyCredentialUserEntity user = operations(member, site, challenge)
				.authenticate(new RelyingPartyAuthenticationRequest(requestOptions(member, site, challenge),
						this.json.readValue(credential, ASSERTION)));
			if (!member.id().toString().equals(user.getName())) {
				throw new InvalidInputException("passkey", "passkey");
			}
		}
		catch (JacksonException | WebAuthnException | IllegalArgumentException refused) {
			throw new InvalidInputException("passkey", "passkey");
		}
	}

	/**
	 * Removes a passkey of the member, within the caller's transaction.
	 * @throws NotFoundException if the member has no such passkey
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Passkey remove(UUID memberId, String id) {
		Passkey own = find(memberId).stream()
			.filter((passkey) -> passkey.id().equals(id))
			.findFirst()
			.orElseThrow(NotFoundException::new);
		this.passkeys.delete(id);
		return own;
	}

	/** Removes all passkeys of the member, within the caller's transaction. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void removeAll(UUID memberId) {
		this.passkeys.deleteAll(memberId);
	}

	private PublicKeyCredentialCreationOptions creationOptions(Member member, PasskeySite site, String challenge) {
		return operations(member, site, challenge).createPublicKeyCredentialCreationOptions(
				new ImmutablePublicKeyCredentialCreationOptionsRequest(name(member)));
	}

	private PublicKeyCredentialRequestOptions requestOptions(Member member, PasskeySite site, String challenge) {
		return operations(member, site, challenge)
			.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(name(member)));
	}

	private static Authentication name(Member member) {
		return UsernamePasswordAuthenticationToken.authenticated(member.id().toString(), null, List.of());
	}

	private Webauthn4JRelyingPartyOperations operations(Member member, PasskeySite site, String challenge) {
		PublicKeyCredentialRpEntity rp = PublicKeyCredentialRpEntity.builder().id(site.host()).name("Frontrow").build();
		Webauthn4JRelyingPartyOperations operations = new Webauthn4JRelyingPartyOperations(this.passkeys.users(),
				this.passkeys.credentials(), rp, Set.of(site.origin()));
		operations.setCustomizeCreationOptions((options) -> options.challenge(Bytes.fromBase64(challenge))
			.user(user(member))
			.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
				.residentKey(ResidentKeyRequirement.PREFERRED)
				.userVerification(UserVerificationRequirement.PREFERRED)
				.build()));
		operations.setCustomizeRequestOptions((options) -> options.challenge(Bytes.fromBase64(challenge)));
		return operations;
	}

	/** The browser shows the username; the table keeps the id. */
	private PublicKeyCredentialUserEntity user(Member member) {
		PublicKeyCredentialUserEntity known = Objects
			.requireNonNull(this.passkeys.users().findByUsername(member.id().toString()));
		return ImmutablePublicKeyCredentialUserEntity.builder()
			.id(known.getId())
			.name(member.username())
			.displayName(member.displayName())
			.build();
	}

}
