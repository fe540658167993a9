package app.frontrow.security.factor;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The statements on second factors and their recovery codes.
 */
@Repository
class SecondFactorRepository {

	private static final String MEMBER = "member";

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	SecondFactorRepository(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	/** The generations of all who have a factor. */
	Map<UUID, Long> findGenerations() {
		Map<UUID, Long> generations = new HashMap<>();
		this.jdbc.sql("select f.member_id, f.generation from staff_factors f where f.totp_secret is not null"
				+ " or exists (select 1 from user_entities e join user_credentials c on c.user_entity_user_id = e.id"
				+ " where e.name = f.member_id)")
			.query((row) -> {
				generations.put(UUID.fromString(row.getString("member_id")), row.getLong("generation"));
			});
		return Map.copyOf(generations);
	}

	Optional<StoredFactor> find(UUID memberId) {
		return this.jdbc.sql("select generation, totp_secret from staff_factors where member_id = :member")
			.param(MEMBER, memberId.toString())
			.query((row, number) -> new StoredFactor(row.getLong("generation"), row.getString("totp_secret")))
			.optional();
	}

	/** Begins a new generation, and locks the factors of the member until the commit. */
	long advance(UUID memberId) {
		this.jdbc
			.sql("insert into staff_factors (member_id, generation, changed_at) values (:member, 1, utc_timestamp(6))"
					+ " on duplicate key update generation = generation + 1, changed_at = utc_timestamp(6)")
			.param(MEMBER, memberId.toString())
			.update();
		return find(memberId).orElseThrow().generation();
	}

	/** Replaces the secret; null leaves the member without an app. */
	void setTotp(UUID memberId, @Nullable String secret, long usedStep) {
		this.jdbc.sql("update staff_factors set totp_secret = :secret, totp_step = :step where member_id = :member")
			.param("secret", secret)
			.param("step", usedStep)
			.param(MEMBER, memberId.toString())
			.update();
	}

	/** Returns false if a code of this step or a later one was used before. */
	boolean useStep(UUID memberId, long generation, long step) {
		return this.jdbc
			.sql("update staff_factors set totp_step = :step where member_id = :member and generation = :generation"
					+ " and totp_step < :step")
			.param("step", step)
			.param(MEMBER, memberId.toString())
			.param("generation", generation)
			.update() == 1;
	}

	void replaceCodes(UUID memberId, Collection<String> hashes) {
		this.jdbc.sql("delete from staff_recovery_codes where member_id = :member")
			.param(MEMBER, memberId.toString())
			.update();
		if (!hashes.isEmpty()) {
			List<Object[]> rows = hashes.stream().map((hash) -> new Object[] { memberId.toString(), hash }).toList();
			this.batches.batchUpdate("insert into staff_recovery_codes (member_id, code_hash) values (?, ?)", rows);
		}
	}

	/** Returns false if there is no such code any more. */
	boolean useCode(UUID memberId, String hash) {
		return this.jdbc.sql("delete from staff_recovery_codes where member_id = :member and code_hash = :hash")
			.param(MEMBER, memberId.toString())
			.param("hash", hash)
			.update() == 1;
	}

	int countCodes(UUID memberId) {
		return this.jdbc.sql("select count(*) from staff_recovery_codes where member_id = :member")
			.param(MEMBER, memberId.toString())
			.query(Integer.class)
			.single();
	}

	void delete(UUID memberId) {
		replaceCodes(memberId, List.of());
		this.jdbc.sql("delete from staff_factors where member_id = :member")
			.param(MEMBER, memberId.toString())
			.update();
	}

	/**
	 * The factors of a member, without the passkeys.
	 *
	 * @param totpSecret encrypted; null without an app
	 */
	record StoredFactor(long generation, @Nullable String totpSecret) {
	}

}
