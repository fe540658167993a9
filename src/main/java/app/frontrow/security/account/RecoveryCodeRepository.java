package app.frontrow.security.account;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The hashes of recovery codes.
 */
@Repository
class RecoveryCodeRepository {

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	RecoveryCodeRepository(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	void insert(UUID memberId, List<String> hashes) {
		this.batches.batchUpdate("insert into recovery_codes (member_id, code_hash) values (?, ?)",
				hashes.stream().map((hash) -> new Object[] { memberId.toString(), hash }).toList());
	}

	List<String> find(UUID memberId) {
		return this.jdbc.sql("select code_hash from recovery_codes where member_id = :member")
			.param("member", memberId.toString())
			.query(String.class)
			.list();
	}

	/** Returns false if it was used or replaced meanwhile. */
	boolean delete(UUID memberId, String hash) {
		return this.jdbc.sql("delete from recovery_codes where member_id = :member and code_hash = :hash")
			.param("member", memberId.toString())
			.param("hash", hash)
			.update() == 1;
	}

	void deleteAll(UUID memberId) {
		this.jdbc.sql("delete from recovery_codes where member_id = :member")
			.param("member", memberId.toString())
			.update();
	}

}
