package app.frontrow.members;

import java.time.Instant;
import java.util.UUID;

import app.frontrow.shared.TimeOrderedUuid;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Persistable;

/**
 * A member with the hash of their password.
 */
@Entity
@Table(name = "members")
class Account implements Persistable<UUID> {

	@Id
	@JdbcTypeCode(SqlTypes.CHAR)
	private UUID id;

	private String username;

	private String passwordHash;

	private String displayName;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	private Role role;

	private Instant createdAt;

	/** When the member deleted the account, null before. */
	private @Nullable Instant closedAt;

	@Transient
	private boolean stored;

	protected Account() {
	}

	Account(String username, String passwordHash, String displayName, Role role, Instant createdAt) {
		this.id = TimeOrderedUuid.next();
		this.username = username;
		this.passwordHash = passwordHash;
		this.displayName = displayName;
		this.role = role;
		this.createdAt = createdAt;
	}

	/**
	 * Makes an account without a person. It keeps the username of a deleted account, so
	 * that nobody else can take it.
	 */
	static Account reserved(String username, String unusableHash, Instant now) {
		Account account = new Account(username, unusableHash, "", Role.MEMBER, now);
		account.closedAt = now;
		return account;
	}

	@Override
	public UUID getId() {
		return this.id;
	}

	@Override
	public boolean isNew() {
		return !this.stored;
	}

	@PostLoad
	@PostPersist
	void markStored() {
		this.stored = true;
	}

	Credentials toCredentials() {
		return new Credentials(toMember(), this.passwordHash);
	}

	Member toMember() {
		return new Member(this.id, this.username, this.displayName, this.role, this.createdAt);
	}

}
