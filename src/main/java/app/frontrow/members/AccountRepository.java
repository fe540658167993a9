package app.frontrow.members;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads and writes the accounts of members.
 */
interface AccountRepository extends Repository<Account, UUID> {

	Account saveAndFlush(Account account);

	Optional<Account> findById(UUID id);

	Optional<Account> findByUsername(String username);

	@Query("select a.id from Account a where a.id in :ids")
	Set<UUID> findIds(Collection<UUID> ids);

	/**
	 * Changes the password, unless another request has changed it since it was compared.
	 * @return 1; 0 if the password was not changed
	 */
	@Transactional
	@Modifying
	@Query("update Account a set a.passwordHash = :hash where a.id = :id and a.passwordHash = :before")
	int changePassword(UUID id, String before, String hash);

	@Transactional
	@Modifying(clearAutomatically = true)
	@Query("update Account a set a.displayName = :name where a.id = :id")
	int rename(UUID id, String name);

	/** Removes all personal data from an account. */
	@Modifying(clearAutomatically = true)
	@Query("update Account a set a.username = :pseudonym, a.displayName = '', a.passwordHash = :hash,"
			+ " a.closedAt = :now where a.id = :id and a.closedAt is null")
	int close(UUID id, String pseudonym, String hash, Instant now);

	@Modifying
	@Query("update Account a set a.role = :role where a.id = :id")
	void setRole(UUID id, Role role);

	/**
	 * Finds accounts by the start of their username or a part of their display name. The
	 * username is cast, because the database refuses to compare ASCII with other scripts.
	 * @param q the text in NFKC, the form of display names
	 * @param apart the text in NFKD, the form that names of older versions may have
	 */
	@Query("select a from Account a where a.closedAt is null"
			+ " and (cast(a.username as string) like concat(:q, '%') escape '!'"
			+ " or a.displayName like concat('%', :q, '%') escape '!'"
			+ " or a.displayName like concat('%', :apart, '%') escape '!') order by a.createdAt, a.id")
	Page<Account> search(String q, String apart, Pageable page);

}
