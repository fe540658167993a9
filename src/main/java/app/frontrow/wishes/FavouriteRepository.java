package app.frontrow.wishes;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores favourites.
 */
@Repository
class FavouriteRepository {

	private final JdbcClient jdbc;

	FavouriteRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	int add(UUID memberId, long concertId) {
		return this.jdbc
			.sql("insert ignore into favourites (member_id, concert_id, created_at)"
					+ " values (:member, :concert, utc_timestamp(6))")
			.param("member", memberId.toString())
			.param("concert", concertId)
			.update();
	}

	int remove(UUID memberId, long concertId) {
		return this.jdbc.sql("delete from favourites where member_id = :member and concert_id = :concert")
			.param("member", memberId.toString())
			.param("concert", concertId)
			.update();
	}

	boolean isFavourite(UUID memberId, long concertId) {
		return this.jdbc.sql("select count(*) from favourites where member_id = :member and concert_id = :concert")
			.param("member", memberId.toString())
			.param("concert", concertId)
			.query(Integer.class)
			.single() > 0;
	}

	List<Long> findByMember(UUID memberId, int most) {
		return this.jdbc
			.sql("select concert_id from favourites where member_id = :member order by created_at desc, concert_id desc"
					+ " limit :most")
			.param("member", memberId.toString())
			.param("most", most)
			.query(Long.class)
			.list();
	}

	void deleteByMember(UUID memberId) {
		this.jdbc.sql("delete from favourites where member_id = :member").param("member", memberId.toString()).update();
	}

}
