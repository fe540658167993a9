package app.frontrow.catalogue;

import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The concerts that are not withdrawn.
 */
interface ConcertRepository extends Repository<ConcertEntity, Long> {

	ConcertEntity save(ConcertEntity concert);

	Optional<ConcertEntity> findByIdAndWithdrawnFalse(long id);

	/**
	 * Uses native SQL, because MariaDB does not support the lock clause that Hibernate
	 * writes.
	 */
	@Query(value = "select * from concerts where id = :id and not withdrawn for update", nativeQuery = true)
	Optional<ConcertEntity> lock(long id);

}
