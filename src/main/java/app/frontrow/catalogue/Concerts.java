package app.frontrow.catalogue;

import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The concerts in the database; those withdrawn are not found.
 */
interface Concerts extends Repository<ConcertEntity, Long> {

	ConcertEntity save(ConcertEntity concert);

	/** In plain SQL, since MariaDB does not know the lock that Hibernate writes. */
	@Query(value = "select * from concerts where id = :id and not withdrawn for update", nativeQuery = true)
	Optional<ConcertEntity> lock(long id);

}
