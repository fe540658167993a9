package app.frontrow.catalogue;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The concerts in the database; those withdrawn are not found.
 */
interface Concerts extends Repository<ConcertEntity, Long> {

	ConcertEntity save(ConcertEntity concert);

	Optional<ConcertEntity> findByIdAndWithdrawnFalse(long id);

	/** In plain SQL, since MariaDB does not know the lock that Hibernate writes. */
	@Query(value = "select * from concerts where id = :id and not withdrawn for update", nativeQuery = true)
	Optional<ConcertEntity> lock(long id);

	@Query("""
			select c from ConcertEntity c
			where c.withdrawn = false
			and (:q = '' or c.title like concat('%', :q, '%') escape '!'
			  or c.artist like concat('%', :q, '%') escape '!'
			  or c.venue like concat('%', :q, '%') escape '!')
			and (:status is null
			  or (:status = 'UPCOMING' and c.lastShowAt > :now and c.salesOpenAt > :now)
			  or (:status = 'ENDED' and c.lastShowAt <= :now)
			  or (:status = 'ON_SALE' and c.lastShowAt > :now and c.salesOpenAt <= :now and exists (
			    select 1 from ShowEntity s where s.concertId = c.id and s.withdrawn = false
			    and s.startsAt > :now and s.seatsLeft > 0))
			  or (:status = 'SOLD_OUT' and c.lastShowAt > :now and c.salesOpenAt <= :now and not exists (
			    select 1 from ShowEntity s where s.concertId = c.id and s.withdrawn = false
			    and s.startsAt > :now and s.seatsLeft > 0)))
			order by case when c.lastShowAt > :now then 0 else 1 end, c.firstShowAt, c.id""")
	Page<ConcertEntity> search(String q, String status, Instant now, Pageable page);

	@Query("""
			select s.concertId as concertId, sum(s.seatsLeft) as seatsLeft from ShowEntity s
			where s.concertId in :ids and s.withdrawn = false and s.startsAt > :now
			group by s.concertId""")
	List<SeatsLeft> seatsLeft(Collection<Long> ids, Instant now);

	/**
	 * Seats not yet sold over the coming shows of a concert.
	 */
	interface SeatsLeft {

		Long getConcertId();

		Long getSeatsLeft();

	}

}
