package app.frontrow.catalogue;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The shows that are not withdrawn.
 */
interface ShowRepository extends Repository<ShowEntity, Long> {

	<S extends ShowEntity> List<S> saveAll(Iterable<S> shows);

	List<ShowEntity> findByConcertIdAndWithdrawnFalseOrderByStartsAt(long concertId);

	/** Shows that were cancelled or moved, also withdrawn ones. */
	List<ShowEntity> findByConcertIdAndChangeReasonNotNullOrderByAnnouncedFor(long concertId);

	@Query("select concertId from ShowEntity where id = :id")
	Optional<Long> findConcertId(long id);

}
