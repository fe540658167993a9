package app.frontrow.reservations.web;

import java.time.Instant;
import java.util.List;

import app.frontrow.catalogue.Catalogue;
import app.frontrow.catalogue.Show;
import app.frontrow.members.ApiSlice;
import app.frontrow.reservations.BookableShow;
import app.frontrow.reservations.Seat;
import app.frontrow.reservations.SeatMap;
import app.frontrow.reservations.SeatPlan;
import app.frontrow.reservations.SeatStatus;
import app.frontrow.shared.NotFoundException;
import app.frontrow.waitingroom.Refused;
import app.frontrow.waitingroom.WaitingRoom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static app.frontrow.members.ApiSlice.MINA;
import static app.frontrow.members.ApiSlice.by;
import static app.frontrow.members.ApiSlice.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.verifyNoInteractions;

@WebMvcTest(ShowApiController.class)
@Import(ApiSlice.class)
class ShowApiControllerTests {

	private static final Instant STARTS = Instant.parse("2030-06-01T10:00:00Z");

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private Catalogue catalogue;

	@MockitoBean
	private SeatMap seatMap;

	@MockitoBean
	private WaitingRoom waitingRoom;

	@BeforeEach
	void aShow() {
		given(this.catalogue.show(11)).willReturn(new Show(11, 42, STARTS, 50));
		plan(7, true);
	}

	@Test
	void showsWithoutFreeSeatsAreNotBookable() {
		given(this.seatMap.shows(42)).willReturn(
				List.of(new BookableShow(11, 42, STARTS, 0, 80_000), new BookableShow(12, 42, STARTS, 3, 90_000)));

		MvcTestResult result = get("/api/v1/concerts/42/shows", null);

		assertThat(result).hasStatus(200);
		assertThat(json(result)).isEqualTo(json("""
				[{"id": 12, "concertId": 42, "startsAt": "2030-06-01T10:00:00Z", "seatsLeft": 3,
				  "priceFrom": 90000}]"""));
	}

	@Test
	void seats() {
		MvcTestResult result = get("/api/v1/shows/11/seats", null);

		assertThat(result).hasStatus(200);
		assertThat(json(result)).isEqualTo(json("""
				{"showId": 11, "startsAt": "2030-06-01T10:00:00Z", "version": 7, "seats": [
				  {"number": 1, "grade": "VIP", "price": 150000, "status": "HELD", "mine": true},
				  {"number": 2, "grade": "VIP", "price": 150000, "status": "AVAILABLE", "mine": false}]}"""));
	}

	@Test
	void seatsAreSentAgainOnlyWhenTheyHaveChanged() {
		MvcTestResult first = get("/api/v1/shows/11/seats", null);
		String tag = first.getResponse().getHeader("ETag");

		assertThat(first.getResponse().getHeader("Cache-Control")).contains("no-cache", "private");
		assertThat(get("/api/v1/shows/11/seats", tag)).hasStatus(304).body().isEmpty();

		plan(8, true);
		assertThat(get("/api/v1/shows/11/seats", tag)).hasStatus(200);
		plan(7, false);
		assertThat(get("/api/v1/shows/11/seats", tag)).hasStatus(200);
	}

	@Test
	void identityIsCheckedBeforeTheShowAndTheTurnAfterIt() {
		get("/api/v1/shows/11/seats", null);

		InOrder order = inOrder(this.waitingRoom, this.catalogue, this.seatMap);
		order.verify(this.waitingRoom).requireOwner("token", MINA.id());
		order.verify(this.catalogue).show(11);
		order.verify(this.waitingRoom).requireTurn("token", MINA.id(), 42);
		order.verify(this.seatMap).plan(11, MINA.id());
	}

	@Test
	void borrowedTokenFindsNothingOut() {
		willThrow(Refused.invalid()).given(this.waitingRoom).requireOwner("token", MINA.id());

		assertThat(get("/api/v1/shows/11/seats", null)).hasStatus(401);
		assertThat(get("/api/v1/concerts/42/shows", null)).hasStatus(401);
		verifyNoInteractions(this.catalogue, this.seatMap);
	}

	@Test
	void waiterIsToldThePlace() {
		given(this.waitingRoom.requireTurn("token", MINA.id(), 42)).willThrow(Refused.waiting());

		MvcTestResult result = get("/api/v1/shows/11/seats", null);

		assertThat(result).hasStatus(403);
		assertThat(json(result)).isEqualTo(json("""
				{"type": "urn:frontrow:problem:not-your-turn", "title": "It is not your turn yet", "status": 403,
				 "detail": "You are still in the waiting room, at place 4.", "instance": "/api/v1/shows/11/seats",
				 "code": "not-your-turn", "concertId": 42, "position": 4, "pollAfterMs": 2000}"""));
		verifyNoInteractions(this.seatMap);
	}

	@Test
	void passThatHasEndedIsGone() {
		given(this.waitingRoom.requireTurn("token", MINA.id(), 42)).willThrow(Refused.expired());

		MvcTestResult result = get("/api/v1/concerts/42/shows", null);

		assertThat(result).hasStatus(410);
		assertThat(json(result).get("code").asString()).isEqualTo("queue-token-expired");
		assertThat(json(result).get("tokenStatus").asString()).isEqualTo("EXPIRED");
	}

	@Test
	void tokenOfAnotherConcertIsForbidden() {
		given(this.waitingRoom.requireTurn("token", MINA.id(), 42)).willThrow(Refused.wrongConcert());

		MvcTestResult result = get("/api/v1/shows/11/seats", null);

		assertThat(result).hasStatus(403);
		assertThat(json(result).get("code").asString()).isEqualTo("queue-token-wrong-concert");
	}

	@Test
	void showThatIsNotThere() {
		given(this.catalogue.show(99)).willThrow(new NotFoundException());
		given(this.catalogue.concert(99)).willThrow(new NotFoundException());

		assertThat(get("/api/v1/shows/99/seats", null)).hasStatus(404);
		assertThat(get("/api/v1/shows/x/seats", null)).hasStatus(404);
		assertThat(get("/api/v1/concerts/99/shows", null)).hasStatus(404);
	}

	private MvcTestResult get(String path, String tag) {
		var request = this.mvc.get().uri(path).with(by(MINA)).header("Queue-Token", "token");
		return ((tag != null) ? request.header("If-None-Match", tag) : request).exchange();
	}

	private void plan(long version, boolean mine) {
		given(this.seatMap.plan(11, MINA.id()))
			.willReturn(new SeatPlan(11, STARTS, version, List.of(new Seat(1, "VIP", 150_000, SeatStatus.HELD, mine),
					new Seat(2, "VIP", 150_000, SeatStatus.AVAILABLE, false))));
	}

}
