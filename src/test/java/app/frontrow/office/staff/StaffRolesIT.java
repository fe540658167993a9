package app.frontrow.office.staff;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.ConcurrentRunner;
import app.frontrow.journey.PageClient;
import app.frontrow.journey.ProductTest;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.StaffRole;
import app.frontrow.staff.StaffAccessService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Roles are given, used and taken away while their members are logged in.
 */
@Tag("database")
class StaffRolesIT extends ProductTest {

	private static final String STAFF = "/api/v1/office/staff";

	private static final String OTHER_OWNERS = "role = 'OWNER' and concert_id = 0";

	@Autowired
	private StaffAccessService access;

	private ApiClient owner;

	/** Owners of other tests are set aside, because the last owner matters here. */
	@BeforeEach
	void oneOwner() {
		this.jdbc.sql("update staff_roles set concert_id = -1 where " + OTHER_OWNERS).update();
		this.owner = this.audience.admin();
	}

	@AfterEach
	void otherOwnersReturn() {
		this.jdbc.sql("update staff_roles set concert_id = 0 where concert_id = -1").update();
	}

	@Test
	@ProvesRule(rule = "A role that was taken away ends within a second, in sessions that go on",
			guard = "CachedDatabaseValue.get", brokenBy = "never reading again")
	void roleIsGivenAndTakenAwayWhileItsMemberIsLoggedIn() {
		ApiClient sera = this.audience.member();
		sera.get("/api/v1/office/concerts").expectProblem(403, "forbidden");

		long id = grant(sera, "BOX_OFFICE", null).expect(201).number("id");
		sera.get("/api/v1/office/concerts").expect(200);
		assertThat(grant(sera, "BOX_OFFICE", null).expect(201).number("id")).isEqualTo(id);

		this.owner.delete(STAFF + "/" + id).expect(204);
		sera.get("/api/v1/office/concerts").expectProblem(403, "forbidden");
		this.owner.delete(STAFF + "/" + id).expectProblem(404, "not-found");
	}

	/** The database is changed behind the back of this instance, as others do it. */
	@Test
	void otherInstancesKnowWithinASecond() {
		ApiClient sera = this.audience.staff(StaffRole.BOX_OFFICE, null);
		UUID id = UUID.fromString(sera.get("/api/v1/members/me").text("id"));
		assertThat(this.access.getScope(id, EnumSet.of(StaffRole.BOX_OFFICE)).isEverything()).isTrue();

		this.jdbc.sql("delete from staff_roles where member_id = ?").param(id.toString()).update();
		long begun = System.nanoTime();
		await().until(() -> this.access.getScope(id, EnumSet.of(StaffRole.BOX_OFFICE)).isEmpty());

		assertThat(System.nanoTime() - begun).isLessThan(TimeUnit.MILLISECONDS.toNanos(1_500));
		sera.get("/api/v1/office/concerts").expectProblem(403, "forbidden");
	}

	@Test
	@ProvesRule(rule = "What a role for one concert does not cover is not found", guard = "StaffAccessPolicy.authorize",
			brokenBy = "answering 403")
	void roleForOneConcertCoversThatConcertAlone() {
		long own = ConcertFixture.onSale(this.programme, 1);
		long other = ConcertFixture.onSale(this.programme, 1);
		ApiClient sera = this.audience.staff(StaffRole.BOX_OFFICE, own);

		sera.get(room(own)).expect(200);
		sera.get(room(other)).expectProblem(404, "not-found");
		sera.get(room(999_999_999)).expectProblem(404, "not-found");
		sera.get("/api/v1/office/concerts/" + own).expect(200);
		sera.get("/api/v1/office/concerts/" + other).expectProblem(404, "not-found");
		sera.delete("/api/v1/concerts/" + own).expectProblem(403, "forbidden");
		sera.get("/api/v1/members").expectProblem(403, "forbidden");
		assertThat(sera.get("/api/v1/office/concerts").expect(200).json().at("/items")).hasSize(1);
	}

	@Test
	@ProvesRule(rule = "The last owner cannot go", guard = "StaffService.revoke", brokenBy = "leaving out the check")
	@ProvesRule(rule = "Two owners cannot remove each other at the same moment", guard = "StaffRepository.lockOwners",
			brokenBy = "leaving out for update")
	void lastOwnerStays() {
		this.owner.delete(STAFF + "/" + idOf(this.owner)).expectProblem(409, "last-owner");
		for (int round = 0; round < 15; round++) {
			ApiClient second = this.audience.admin();
			long first = idOf(this.owner);
			long other = idOf(second);
			ApiClient one = this.owner;
			List<Answer> answers = ConcurrentRunner.rush(List
				.<Callable<Answer>>of(() -> one.delete(STAFF + "/" + other), () -> second.delete(STAFF + "/" + first)));

			assertThat(answers).extracting(Answer::status).containsOnlyOnce(204);
			assertThat(answers).extracting(Answer::status).isSubsetOf(204, 403, 409);
			this.owner = (answers.get(0).status() == 204) ? one : second;
			assertThat(
					this.jdbc.sql("select count(*) from staff_roles where " + OTHER_OWNERS).query(Long.class).single())
				.isOne();
		}
	}

	@Test
	@ProvesRule(rule = "An invitation gives its role once", guard = "StaffInviteRepository.use",
			brokenBy = "leaving out used_at")
	void invitationGivesItsRoleOnce() {
		PageClient browser = PageClient.at(this.port);
		String owner = this.owner.get("/api/v1/members/me").text("username");
		browser.logIn(owner, "correct horse");
		String page = browser.submit("/office/staff", "/office/staff", "role", "SUPPORT", "username", "").body();
		String link = page.replaceAll("(?s).*(/office/invitations/[\\w-]+).*", "$1");
		List<PageClient> guests = List.of(PageClient.at(this.port).signUpAndLogIn(),
				PageClient.at(this.port).signUpAndLogIn());
		List<Map<String, String>> forms = guests.stream().map((guest) -> guest.filled(link, link)).toList();

		List<Integer> answers = ConcurrentRunner
			.rush(List.<Callable<Integer>>of(() -> guests.get(0).post(link, forms.get(0)).statusCode(),
					() -> guests.get(1).post(link, forms.get(1)).statusCode()));

		assertThat(answers).containsExactlyInAnyOrder(302, 409);
		assertThat(guests.get(answers.indexOf(302)).get("/office").statusCode()).isEqualTo(200);
		assertThat(guests.get(answers.indexOf(409)).get("/office").statusCode()).isEqualTo(403);
		assertThat(guests.get(0).get(link).statusCode()).isEqualTo(409);
	}

	@Test
	void unknownMemberOrConcertIsExplained() {
		assertThat(this.owner.post(STAFF, Map.of("username", "nobody-here", "role", "DOOR"))
			.expectProblem(400, "validation-failed")
			.text("/errors/0/field")).isEqualTo("username");
		ApiClient sera = this.audience.member();
		assertThat(grant(sera, "DOOR", 999_999_999L).expectProblem(400, "validation-failed").text("/errors/0/field"))
			.isEqualTo("concertId");
		assertThat(this.owner.post(STAFF, Map.of("username", "x", "role", "KING")).status()).isEqualTo(400);
	}

	@Test
	void ownerIsAnAdministratorForTheApi() {
		assertThat(this.owner.get("/api/v1/members/me").text("role")).isEqualTo("ADMIN");
		ApiClient sera = this.audience.member();
		long id = grant(sera, "OWNER", null).expect(201).number("id");
		assertThat(sera.get("/api/v1/members/me").text("role")).isEqualTo("ADMIN");
		this.owner.delete(STAFF + "/" + id).expect(204);
		assertThat(sera.get("/api/v1/members/me").text("role")).isEqualTo("MEMBER");
	}

	private Answer grant(ApiClient member, String role, Long concert) {
		String username = member.get("/api/v1/members/me").text("username");
		return this.owner.post(STAFF,
				(concert != null) ? Map.of("username", username, "role", role, "concertId", concert)
						: Map.of("username", username, "role", role));
	}

	private long idOf(ApiClient member) {
		return this.jdbc.sql("select id from staff_roles where member_id = ?")
			.param(member.get("/api/v1/members/me").text("id"))
			.query(Long.class)
			.single();
	}

	private static String room(long concert) {
		return "/api/v1/admin/concerts/" + concert + "/waiting-room";
	}

}
