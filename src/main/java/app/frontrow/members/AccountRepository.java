package app.frontrow.members;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The accounts in the database.
 */
interface AccountRepository extends Repository<Account, UUID> {

	Account saveAndFlush(Account account);

	Optional<Account> findById(UUID id);

	Optional<Account> findByUsername(String username);

	/**
	 * Changes the password if nobody else has changed it since it was compared.
	 * @return 1, or 0 if somebody has
	 */
	@Transactional
	@Modifying
	@Query("update Account a set a.passwordHash = :hash where a.id = :id and a.passwordHash = :before")
	int changePassword(UUID id, String before, String hash);

	/**
	 * Accounts by the beginning of their username or a part of their display name. Cast,
	 * since the database refuses to compare ASCII with other scripts.
	 * @param q in the form in which names are kept
	 * @param apart the same with letters and marks apart, as old names may be kept
	 */
	@Query("select a from Account a where cast(a.username as string) like concat(:q, '%') escape '!'"
			+ " or a.displayName like concat('%', :q, '%') escape '!'"
			+ " or a.displayName like concat('%', :apart, '%') escape '!'" + " order by a.createdAt, a.id")
	Page<Account> search(String q, String apart, Pageable page);

}
