package app.frontrow.catalogue;

import java.util.List;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The shows in the database; those withdrawn are not found.
 */
interface Shows extends Repository<ShowEntity, Long> {

	<S extends ShowEntity> List<S> saveAll(Iterable<S> shows);

	List<ShowEntity> findByConcertIdAndWithdrawnFalseOrderByStartsAt(long concertId);

	@Modifying
	@Query("update ShowEntity s set s.seatsLeft = s.seatsLeft - :seats where s.id = :id")
	int takeSeats(long id, int seats);

}
