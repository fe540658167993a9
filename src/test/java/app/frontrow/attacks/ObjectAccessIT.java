package app.frontrow.attacks;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import app.frontrow.catalogue.concert.Show;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.PageClient;
import app.frontrow.journey.ProductTest;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A member and an administrator try every id of another member at every address that
 * takes one, over the API and with forms. The addresses are read from the product: one
 * that is not in the table here makes this test fail. {@code AccessRulesIT} tests who may
 * use an address at all.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObjectAccessIT extends ProductTest {

	/**
	 * Every address that takes an id. open: everybody reads it; who: any member; turn: a
	 * member with an own queue token; own: its owner, others get 404; office:
	 * administrators.
	 */
	private static final String DOORS = """
			GET     /concerts/{concertId}                        -              open
			GET     /concerts/{concertId}/poster.svg             -              open
			GET     /concerts/{concertId}/draw                   -              open
			GET     /concerts/{concertId}/queue/place            -              open
			GET     /concerts/{concertId}/queue                  -              who
			POST    /concerts/{concertId}/queue                  -              who
			GET     /concerts/{concertId}/queue/leave            -              who
			POST    /concerts/{concertId}/queue/leave            -              who
			POST    /concerts/{concertId}/queue/call             -              who
			POST    /concerts/{concertId}/queue/call/withdraw    -              who
			GET     /concerts/{concertId}/shows                  -              turn
			GET     /shows/{showId}/seats                        -              turn
			GET     /shows/{showId}/seats?best=1                 -              turn
			GET     /shows/{showId}/seats/states                 -              turn
			POST    /shows/{showId}/seats?language=1             -              who
			POST    /reservations                                showId         turn
			GET     /reservations/{id}                           -              own
			GET     /reservations/{id}/pay                       -              own
			GET     /reservations/{id}/cancel                    -              own
			GET     /reservations/{id}/cancellation              -              own
			POST    /reservations/{id}/pay                       -              own
			POST    /reservations/{id}/cancel                    -              own
			GET     /reservations/{id}/calendar.ics              -              own
			GET     /reservations/{id}/receipt                   -              own
			GET     /reservations/{id}/tickets/{seat}            -              own
			GET     /me/account/sessions/{id}/end                -              own
			POST    /me/account/sessions/{id}/end                -              own
			GET     /api/v1/concerts/{id}                        -              open
			GET     /api/v1/concerts/{id}/draw                   -              open
			GET     /api/v1/concerts/{id}/queue                  -              open
			GET     /api/v1/office/concerts/{id}                 -              office
			PUT     /api/v1/concerts/{id}                        -              office
			DELETE  /api/v1/concerts/{id}                        -              office
			GET     /api/v1/admin/concerts/{id}/waiting-room     -              office
			PUT     /api/v1/admin/concerts/{id}/waiting-room     -              office
			GET     /api/v1/members/{id}                         -              office
			POST    /api/v1/concerts/{id}/queue-tokens           -              who
			GET     /api/v1/concerts/{id}/shows                  -              turn
			GET     /api/v1/shows/{id}/seats                     -              turn
			POST    /api/v1/reservations                         showId         turn
			GET     /api/v1/reservations/{id}                    -              own
			DELETE  /api/v1/reservations/{id}                    -              own
			GET     /api/v1/reservations/{id}/cancellation       -              own
			POST    /api/v1/payments                             reservationId  own
			GET     /api/v1/payments/{id}                        -              own
			DELETE  /api/v1/sessions/{id}                        -              own
			DELETE  /api/v1/office/staff/{id}                    -              office
			POST    /api/v1/office/staff                         concertId      office
			POST    /office/staff                                concertId      office
			POST    /api/v1/office/concerts/{id}/copies          -              office
			GET     /office/concerts/{id}/copy                   -              office
			POST    /office/concerts/{id}/copy                   -              office
			GET     /office/concerts/{id}/edit                   -              office
			POST    /office/concerts/{id}/edit                   -              office
			GET     /office/concerts/{id}/preview                -              office
			GET     /office/concerts/{id}/withdraw               -              office
			POST    /office/concerts/{id}/withdraw               -              office
			GET     /api/v1/office/orders                        concertId      office
			GET     /api/v1/office/orders/{id}                   -              office
			GET     /office/orders                               concertId      office
			GET     /office/orders/{id}                          -              office
			GET     /office/orders/{id}/notes                    -              office
			GET     /office/orders/{id}/refunds                  -              office
			POST    /office/orders/{id}/refunds                  -              office
			POST    /api/v1/office/orders/{id}/refunds           -              office
			POST    /office/orders/{id}/notes                    -              office
			POST    /api/v1/office/orders/{id}/reseat            -              office
			GET     /office/orders/{id}/reseat                   -              office
			POST    /office/orders/{id}/reseat                   -              office
			POST    /api/v1/office/shows/{id}/blocks             -              office
			DELETE  /api/v1/office/shows/{id}/blocks             -              office
			POST    /api/v1/office/shows/{id}/complimentary      -              office
			GET     /office/concerts/{id}/shows                  -              office
			POST    /api/v1/office/shows/{id}/cancellation       -              office
			POST    /api/v1/office/shows/{id}/move               -              office
			GET     /api/v1/office/jobs/{id}                     -              office
			GET     /office/shows/{id}/cancel                    -              office
			POST    /office/shows/{id}/cancel                    -              office
			GET     /office/shows/{id}/move                      -              office
			POST    /office/shows/{id}/move                      -              office
			GET     /office/shows/{id}/seats                     -              office
			GET     /api/v1/office/concerts/{id}/board           -              office
			GET     /api/v1/office/exports/ledger.csv            concertId      office
			GET     /api/v1/office/exports/ledger.xlsx           concertId      office
			GET     /api/v1/office/exports/orders.csv            concertId      office
			GET     /api/v1/office/exports/orders.xlsx           concertId      office
			GET     /api/v1/office/exports/queue.csv             concertId      office
			GET     /api/v1/office/exports/queue.xlsx            concertId      office
			GET     /api/v1/office/exports/settlement.csv        concertId      office
			GET     /api/v1/office/exports/settlement.xlsx       concertId      office
			GET     /api/v1/office/exports/tickets.csv           concertId      office
			GET     /api/v1/office/exports/tickets.xlsx          concertId      office
			GET     /concerts/{concertId}/favourite              -              who
			GET     /concerts/{concertId}/queue/mail             -              who
			GET     /concerts/{concertId}/wishes/{kind}          -              who
			GET     /office/concerts/{id}                        -              office
			GET     /office/concerts/{id}/board                  -              office
			GET     /office/concerts/{id}/queue                  -              office
			GET     /office/exports                              concertId      office
			GET     /office/exports/ledger.{format:csv|xlsx}     -              office
			GET     /office/exports/ledger.{format:csv|xlsx}     concertId      office
			GET     /office/exports/orders.{format:csv|xlsx}     -              office
			GET     /office/exports/orders.{format:csv|xlsx}     concertId      office
			GET     /office/exports/queue.{format:csv|xlsx}      -              office
			GET     /office/exports/queue.{format:csv|xlsx}      concertId      office
			GET     /office/exports/settlement.{format:csv|xlsx} -              office
			GET     /office/exports/settlement.{format:csv|xlsx} concertId      office
			GET     /office/exports/tickets.{format:csv|xlsx}    -              office
			GET     /office/exports/tickets.{format:csv|xlsx}    concertId      office
			GET     /office/texts/{page}/{language}              -              office
			POST    /concerts/{concertId}/favourite              -              who
			POST    /concerts/{concertId}/queue/mail             -              who
			POST    /concerts/{concertId}/wishes/{kind}          -              who
			POST    /office/concerts/{id}/queue                  -              office
			POST    /office/texts/{page}/{language}              -              office
			POST    /office/shows/{id}/seats                     -              office
			DELETE  /api/v1/office/staff/{id}/second-factor      -              office
			GET     /office/staff/{id}/second-factor/reset       -              office
			POST    /office/staff/{id}/second-factor/reset       -              office
			GET     /office/security/passkeys/{id}/remove        -              office
			POST    /office/security/passkeys/{id}/remove        -              office
			GET     /office/webhooks/{id}/remove                 -              office
			POST    /office/webhooks/{id}/remove                 -              office
			GET     /office/webhooks/messages/{id}/replay        -              office
			POST    /office/webhooks/messages/{id}/replay        -              office
			GET     /office/staff/{id}/revoke                    -              office
			POST    /office/staff/{id}/revoke                    -              office
			GET     /office/invitations/{secret}                 -              who
			POST    /office/invitations/{secret}                 -              who
			""";

	@Autowired
	private RequestMappingHandlerMapping requestMappingHandlerMapping;

	private Show show;

	private OwnerFixture owner;

	private ApiClient nobody;

	/** Inside the same concert, with money. */
	private ApiClient thief;

	private ApiClient administrator;

	private PageClient stranger;

	/** The same with a browser, and the CSRF token of its forms. */
	private PageClient browser;

	private String csrf;

	/** Another browser, left behind with the owner's queue token in it. */
	private PageClient borrower;

	@BeforeAll
	void oneWhoOwnsAndOneWhoWants() {
		this.show = ConcertFixture.showOnSale(this.programme, this.catalogue);
		this.owner = new OwnerFixture(this.port, this.jdbc, this.show.concertId(), this.show.id());
		this.nobody = ApiClient.at(this.port);
		this.thief = this.audience.member().comeIn(this.show.concertId());
		this.thief.charge(1_000_000).expect(201);
		this.administrator = this.audience.admin().comeIn(this.show.concertId());
		this.stranger = PageClient.at(this.port);
		this.browser = PageClient.at(this.port).signUpAndLogIn();
		this.browser.queue(this.show.concertId());
		this.csrf = csrf(this.browser);
		this.borrower = PageClient.at(this.port)
			.signUpAndLogIn()
			.plant("frontrow-queue-" + this.show.concertId(), this.owner.queueToken());
	}

	@Test
	@ProvesRule(rule = "Every address that takes an id is tried with the id of another member",
			brokenBy = "adding a memberId to a body")
	void everyAddressWithAnIdIsInTheTable() {
		assertThat(GuardedEndpoint.withId(this.requestMappingHandlerMapping)).extracting(GuardedEndpoint::name)
			.as("a mapping with an id: say in the table whose it is")
			.isSubsetOf(DOORS.lines().map(GuardedEndpoint::of).map(GuardedEndpoint::name).toList());
	}

	@ParameterizedTest
	@MethodSource("own")
	@ProvesRule(rule = "The reservation of another member is answered as if it did not exist",
			guard = "ReservationQueryService.find", brokenBy = "leaving out the filter")
	void objectOfAnotherMemberIsNotFound(GuardedEndpoint door) {
		List<String> before = this.owner.state();
		for (String id : this.owner.ids()) {
			if (door.isApi()) {
				for (ApiClient visitor : List.of(this.thief, this.administrator)) {
					Answer answer = ask(visitor, door, id).expectProblem(404, "not-found");
					assertThat(shape(answer, id)).isEqualTo(shapeOfNothing(visitor, door));
				}
			}
			else {
				HttpResponse<String> page = open(this.browser, door, id, this.csrf);
				String unknown = UUID.randomUUID().toString();
				HttpResponse<String> nothing = open(this.browser, door, unknown, this.csrf);
				assertThat(alike(page, id)).isEqualTo(alike(nothing, unknown));
				// a form's address opened as a page leads to the reservation, which is
				// not found
				boolean detour = door.method().equals("GET") && !door.path().endsWith("}");
				assertThat(page.statusCode()).isIn(detour ? List.of(302, 404) : List.of(404));
				assertTellsNothing(page.body().replace(id, ""), id);
			}
		}
		assertThat(this.owner.state()).isEqualTo(before);
	}

	@ParameterizedTest
	@MethodSource("ownById")
	void noOtherMethodHelps(GuardedEndpoint door) {
		List<String> before = this.owner.state();
		for (String method : List.of("HEAD", "POST", "PUT", "PATCH", "DELETE")) {
			for (String id : this.owner.ids()) {
				GuardedEndpoint other = new GuardedEndpoint(method, door.path(), door.field(), door.rule());
				int status = door.isApi() ? ask(this.thief, other, id).status() : ask(this.nobody, other, id).status();
				assertThat(status).as(other.name()).isBetween(302, 405).isNotIn(304);
			}
		}
		assertThat(this.owner.state()).isEqualTo(before);
	}

	@ParameterizedTest
	@MethodSource("turn")
	void turnOfAnotherMemberIsRefused(GuardedEndpoint door) {
		List<String> before = this.owner.state();
		String id = idFor(door);
		if (door.isApi()) {
			ask(this.thief.withQueueToken(this.owner.queueToken()), door, id).expectProblem(401, "queue-token-invalid");
			ask(this.thief.withQueueToken(null), door, id).expectProblem(401, "queue-token-invalid");
		}
		else {
			HttpResponse<String> page = open(this.borrower, door, id, csrf(this.borrower));
			assertThat(page.statusCode()).as(door.name()).isEqualTo(302);
			assertThat(page.headers().firstValue("Location").orElseThrow())
				.endsWith("/concerts/" + this.show.concertId() + "/queue");
			assertTellsNothing(page.body(), id);
		}
		assertThat(this.owner.state()).isEqualTo(before);
	}

	@Test
	void noListShowsObjectsOfAnotherMember() {
		List<String> before = this.owner.state();
		for (String path : GuardedEndpoint.readWithoutId(this.requestMappingHandlerMapping)) {
			assertTellsNothing(this.thief.get(path).response().body(), path);
			assertTellsNothing(this.thief.with("Authorization", null).get(path).response().body(), path);
			assertTellsNothing(this.browser.get(path).body(), path);
			assertTellsNothing(this.stranger.get(path).body(), path);
		}
		assertThat(this.owner.state()).isEqualTo(before);
	}

	Stream<GuardedEndpoint> own() {
		return doors("own");
	}

	Stream<GuardedEndpoint> ownById() {
		return own().filter((door) -> door.field().isEmpty());
	}

	Stream<GuardedEndpoint> turn() {
		return doors("turn");
	}

	private Stream<GuardedEndpoint> doors(String rule) {
		return doors().filter((door) -> door.rule().equals(rule));
	}

	/** The doors of the table that the product has. */
	private Stream<GuardedEndpoint> doors() {
		List<String> built = GuardedEndpoint.withId(this.requestMappingHandlerMapping)
			.stream()
			.map(GuardedEndpoint::name)
			.toList();
		return DOORS.lines().map(GuardedEndpoint::of).filter((door) -> built.contains(door.name()));
	}

	/** The show or the concert behind an address that needs a turn. */
	private String idFor(GuardedEndpoint door) {
		boolean ofShow = door.path().contains("/shows/{") || door.field().equals("showId");
		return String.valueOf(ofShow ? this.show.id() : this.show.concertId());
	}

	private Answer ask(ApiClient visitor, GuardedEndpoint door, String id) {
		Object body = null;
		if (!door.field().isEmpty()) {
			Map<String, Object> fields = new HashMap<>();
			fields.put("seatNumbers", List.of(9));
			fields.put(door.field(), door.field().equals("showId") ? Long.valueOf(id) : id);
			body = fields;
		}
		return visitor.send(door.method(), door.at(id), body);
	}

	private HttpResponse<String> open(PageClient visitor, GuardedEndpoint door, String id, String token) {
		if (door.method().equals("GET")) {
			return door.path().endsWith("/states") ? visitor.getJson(door.at(id)) : visitor.get(door.at(id));
		}
		Map<String, String> form = new HashMap<>();
		form.put("_csrf", token);
		form.put("seatNumbers", "9");
		if (!door.field().isEmpty()) {
			form.put(door.field(), id);
		}
		String[] address = door.at(id).split("\\?");
		if (address.length > 1) {
			// the field that chooses this door; a form's address has no query
			String[] field = address[1].split("=");
			form.put(field[0], field[1]);
		}
		return visitor.post(address[0], form);
	}

	private static String csrf(PageClient visitor) {
		return PageClient.form(visitor.get("/me/wallet"), "/me/wallet/charges").get("_csrf");
	}

	private String shapeOfNothing(ApiClient visitor, GuardedEndpoint door) {
		String unknown = UUID.randomUUID().toString();
		return shape(ask(visitor, door, unknown), unknown);
	}

	/** Status, headers and body of an answer, without the id that was sent. */
	private static String shape(Answer answer, String id) {
		List<String> names = new ArrayList<>(answer.response().headers().map().keySet());
		names.remove("connection");
		return answer.status() + " " + names + " " + answer.response().body().replace(id, "ID");
	}

	private static String alike(HttpResponse<String> page, String id) {
		return page.statusCode() + " " + page.headers().firstValue("Location").orElse("").replace(id, "ID") + " "
				+ page.body().replace(id, "ID").replaceAll("(name=\"_csrf\" value|data-now)=\"[^\"]*\"", "");
	}

	private void assertTellsNothing(String body, String where) {
		assertThat(body).as(where).doesNotContain(this.owner.secrets());
	}

}
