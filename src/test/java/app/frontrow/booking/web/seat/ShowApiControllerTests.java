package app.frontrow.booking.web.seat;

import java.time.Instant;
import java.util.List;

import app.frontrow.booking.seat.BookableShow;
import app.frontrow.booking.seat.Seat;
import app.frontrow.booking.seat.SeatMapService;
import app.frontrow.booking.seat.SeatPlan;
import app.frontrow.booking.seat.SeatStatus;
import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.security.ApiSlice;
import app.frontrow.waitingroom.WaitingRoomRefusals;
import app.frontrow.waitingroom.WaitingRoomService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static app.frontrow.security.ApiSlice.MINA;
import static app.frontrow.security.ApiSlice.by;
import static app.frontrow.security.ApiSlice.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.verifyNoInteractions;

@WebMvcTest(ShowApiController.class)
@Import(ApiSlice.class)
class ShowApiControllerTests {

	private static final Instant STARTS = Instant.parse("2030-06-01T10:00:00Z");

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private CatalogueQueryService catalogue;

	@MockitoBean
	private SeatMapService seatMap;

	@MockitoBean
	private WaitingRoomService waitingRoom;

	@BeforeEach
	void aShow() {
		given(this.catalogue.getShow(11)).willReturn(new Show(11, 42, STARTS, 50));
		given(this.seatMap.getPlan(11, MINA.id()))
			.willReturn(new SeatPlan(11, STARTS, 7, List.of(new Seat(1, "VIP", 150_000, SeatStatus.HELD, true),
					new Seat(2, "VIP", 150_000, SeatStatus.AVAILABLE, false))));
	}

	@Test
	void fullShowsAreLeftOut() {
		given(this.seatMap.findShows(42)).willReturn(
				List.of(new BookableShow(11, 42, STARTS, 0, 80_000), new BookableShow(12, 42, STARTS, 3, 90_000)));

		MvcTestResult result = get("/api/v1/concerts/42/shows");

		assertThat(result).hasStatus(200);
		assertThat(json(result)).isEqualTo(json("""
				[{"id": 12, "concertId": 42, "startsAt": "2030-06-01T10:00:00Z", "seatsLeft": 3,
				  "priceFrom": 90000}]"""));
	}

	@Test
	void seatsTellTheirPriceStateAndOwner() {
		MvcTestResult result = get("/api/v1/shows/11/seats");

		assertThat(result).hasStatus(200);
		assertThat(json(result)).isEqualTo(json("""
				{"showId": 11, "startsAt": "2030-06-01T10:00:00Z", "version": 7, "seats": [
				  {"number": 1, "grade": "VIP", "price": 150000, "status": "HELD", "mine": true},
				  {"number": 2, "grade": "VIP", "price": 150000, "status": "AVAILABLE", "mine": false}]}"""));
	}

	@Test
	void foreignTokenReadsNothing() {
		willThrow(WaitingRoomRefusals.invalid()).given(this.waitingRoom).requireOwner("token", MINA.id());

		assertThat(get("/api/v1/shows/11/seats")).hasStatus(401);
		assertThat(get("/api/v1/concerts/42/shows")).hasStatus(401);
		verifyNoInteractions(this.catalogue, this.seatMap);
	}

	private MvcTestResult get(String path) {
		return this.mvc.get().uri(path).with(by(MINA)).header("Queue-Token", "token").exchange();
	}

}
