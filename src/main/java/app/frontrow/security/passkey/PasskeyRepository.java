package app.frontrow.security.passkey;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.JdbcPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.stereotype.Repository;

/**
 * The passkeys of members, in the tables of Spring Security. The name of a user there is
 * the id of the member.
 */
@Repository
class PasskeyRepository {

	private final JdbcPublicKeyCredentialUserEntityRepository users;

	private final JdbcUserCredentialRepository credentials;

	PasskeyRepository(JdbcTemplate jdbc) {
		this.users = new JdbcPublicKeyCredentialUserEntityRepository(jdbc);
		this.credentials = new JdbcUserCredentialRepository(jdbc);
	}

	JdbcPublicKeyCredentialUserEntityRepository users() {
		return this.users;
	}

	JdbcUserCredentialRepository credentials() {
		return this.credentials;
	}

	List<Passkey> find(UUID memberId) {
		PublicKeyCredentialUserEntity user = this.users.findByUsername(memberId.toString());
		if (user == null) {
			return List.of();
		}
		return this.credentials.findByUserId(user.getId())
			.stream()
			.map(PasskeyRepository::read)
			.sorted(Comparator.comparing(Passkey::createdAt))
			.toList();
	}

	void delete(String id) {
		this.credentials.delete(Bytes.fromBase64(id));
	}

	/** Deletes the passkeys and the user. */
	void deleteAll(UUID memberId) {
		find(memberId).forEach((passkey) -> delete(passkey.id()));
		PublicKeyCredentialUserEntity user = this.users.findByUsername(memberId.toString());
		if (user != null) {
			this.users.delete(user.getId());
		}
	}

	private static Passkey read(CredentialRecord stored) {
		return new Passkey(stored.getCredentialId().toBase64UrlString(), stored.getLabel(), stored.getCreated(),
				stored.getLastUsed());
	}

}
