package app.frontrow.office.trail;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.ConcurrentRunner;
import app.frontrow.journey.ProductTest;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.StaffRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Changes by the staff leave one entry each, and altered entries are found.
 */
@Tag("database")
class TrailIT extends ProductTest {

	@Autowired
	private TrailVerifier verifier;

	private ApiClient admin;

	private String name;

	@BeforeEach
	void oneOwner() {
		this.admin = this.audience.admin();
		this.name = this.admin.get("/api/v1/members/me").text("username");
	}

	@Test
	@ProvesRule(rule = "Each change of the staff leaves one entry", guard = "TrailListener",
			brokenBy = "leaving out noteConcert or noteQueue")
	void eachChangeLeavesOneEntry() {
		long concert = ConcertFixture.onSale(this.admin, 1);
		Answer before = this.admin.get("/api/v1/office/concerts/" + concert);
		Map<String, Object> changed = new HashMap<>(ConcertFixture.body("Another night", 1));
		this.admin.put("/api/v1/concerts/" + concert, changed).expect(200);
		steer(concert, 70).expect(200);
		this.admin.put("/api/v1/concerts/" + concert, Map.of("title", "?")).expect(400);
		steer(concert, 0).expect(400);
		this.admin.delete("/api/v1/concerts/" + concert).expect(204);
		ConcertFixture.onSale(this.programme, 1);

		Answer trail = this.admin.get("/api/v1/office/trail?who=" + this.name).expect(200);
		assertThat(trail.json().at("/items").findValuesAsString("what")).containsExactly("concert-withdrawn",
				"queue-steered", "concert-changed", "concert-added");
		assertThat(trail.text("/items/2/roles")).isEqualTo("OWNER");
		assertThat(trail.text("/items/2/subject")).isEqualTo("concert:" + concert);
		assertThat(trail.text("/items/2/before")).contains(before.text("title"));
		assertThat(trail.text("/items/2/after")).contains("Another night");
		assertThat(trail.text("/items/1/after")).contains("70");
		assertThat(this.admin.get("/api/v1/office/trail?what=queue-steered&who=" + this.name).number("totalItems"))
			.isOne();
		assertThat(this.admin.get("/api/v1/office/trail?from=2000-01-01&to=2000-01-02").number("totalItems")).isZero();
		this.admin.get("/api/v1/office/trail?from=yesterday").expectProblem(400, "validation-failed");
	}

	@Test
	@ProvesRule(rule = "Concurrent changes of the staff do not fork the trail", guard = "TrailRepository.lockHead",
			brokenBy = "leaving out for update")
	void concurrentChangesDoNotForkTheTrail() {
		List<Long> concerts = List.of(ConcertFixture.onSale(this.programme, 1),
				ConcertFixture.onSale(this.programme, 1));
		long before = this.verifier.verify().entries();

		ConcurrentRunner.rush(Collections.<Callable<Integer>>nCopies(8, () -> {
			for (int round = 0; round < 10; round++) {
				steer(concerts.get(round % 2), 10 + round).expect(200);
			}
			return 0;
		}));

		TrailCheck check = this.verifier.verify();
		assertThat(check.isIntact()).isTrue();
		assertThat(check.entries()).isEqualTo(before + 80);
	}

	@Test
	@ProvesRule(rule = "An altered or missing entry of the trail is found", guard = "TrailHashCalculator.calculate",
			brokenBy = "leaving out a field")
	void alteredAndMissingEntriesAreFound() {
		long concert = ConcertFixture.onSale(this.admin, 1);
		steer(concert, 70).expect(200);
		steer(concert, 60).expect(200);
		long last = this.verifier.verify().entries();
		for (String damage : List.of("username = 'somebody'", "roles = 'DOOR'", "what = 'other'",
				"subject = 'concert:0'", "concert_id = 0", "before_change = null", "after_change = '{}'", "reason = ''",
				"at = at - interval 1 second", "member_id = '00000000-0000-0000-0000-000000000000'")) {
			assertFound(last - 1, "update trail_entries set " + damage + " where number = " + (last - 1));
		}
		assertFound(last - 1, "delete from trail_entries where number = " + (last - 1));
		assertFound(last, "delete from trail_entries where number = " + last);
		assertFound(last, "update trail_head set hash = repeat('1', 64) where id = 1");
		assertThat(this.verifier.verify().isIntact()).isTrue();
	}

	@Test
	void looksAtMembersAreNoted() {
		ApiClient support = this.audience.staff(StaffRole.SUPPORT, null);
		String doyun = support.get("/api/v1/members/me").text("username");
		Answer seen = support.get("/api/v1/members?q=" + this.name).expect(200);
		support.get("/api/v1/members/" + seen.text("/items/0/id")).expect(200);
		support.get("/api/v1/members/00000000-0000-0000-0000-000000000000").expect(404);
		this.audience.member().get("/api/v1/members?q=" + this.name).expect(403);

		Answer trail = this.admin.get("/api/v1/office/trail?who=" + doyun).expect(200);
		assertThat(trail.json().at("/items").findValuesAsString("what")).containsExactly("member-seen",
				"members-searched");
		assertThat(trail.text("/items/0/subject")).isEqualTo("member:" + this.name);
		assertThat(trail.text("/items/1/after")).contains(this.name);
	}

	private void assertFound(long number, String damage) {
		this.jdbc.sql("create table trail_entries_before select * from trail_entries").update();
		this.jdbc.sql("create table trail_head_before select * from trail_head").update();
		try {
			this.jdbc.sql(damage).update();
			assertThat(this.verifier.verify().firstWrong()).as(damage).isEqualTo(number);
		}
		finally {
			for (String table : List.of("trail_entries", "trail_head")) {
				this.jdbc.sql("delete from " + table).update();
				this.jdbc.sql("insert into " + table + " select * from " + table + "_before").update();
				this.jdbc.sql("drop table " + table + "_before").update();
			}
		}
	}

	private Answer steer(long concert, int capacity) {
		return this.admin.put("/api/v1/admin/concerts/" + concert + "/waiting-room",
				Map.of("capacity", capacity, "admissionsPerSecond", 20, "mode", "OPEN"));
	}

}
