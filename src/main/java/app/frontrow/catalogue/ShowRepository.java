package app.frontrow.catalogue;

import java.util.List;

import org.springframework.data.repository.Repository;

/**
 * The shows that are not withdrawn.
 */
interface ShowRepository extends Repository<ShowEntity, Long> {

	<S extends ShowEntity> List<S> saveAll(Iterable<S> shows);

	List<ShowEntity> findByConcertIdAndWithdrawnFalseOrderByStartsAt(long concertId);

}
