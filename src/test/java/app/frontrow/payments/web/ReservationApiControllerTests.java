package app.frontrow.payments.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import app.frontrow.members.ApiSlice;
import app.frontrow.payments.Checkout;
import app.frontrow.reservations.ReservationStatus;
import app.frontrow.reservations.SeatChoice;
import app.frontrow.reservations.SeatTakenException;
import app.frontrow.shared.NotFoundException;
import app.frontrow.shared.PageOf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static app.frontrow.members.ApiSlice.MINA;
import static app.frontrow.members.ApiSlice.by;
import static app.frontrow.members.ApiSlice.json;
import static app.frontrow.payments.web.Orders.ORDER;
import static app.frontrow.payments.web.Orders.RESERVATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

@WebMvcTest(ReservationApiController.class)
@Import(ApiSlice.class)
class ReservationApiControllerTests {

	private static final String PATH = "/api/v1/reservations/" + RESERVATION;

	private static final String ORDER_JSON = """
			{"id": "00000000-0000-0001-0000-000000000002", "concertId": 42, "showId": 11,
			 "startsAt": "2030-06-01T10:00:00Z",
			 "seats": [{"number": 7, "grade": "VIP", "price": 150000}, {"number": 8, "grade": "R", "price": 120000}],
			 "total": 270000, "status": "HELD", "heldUntil": "2030-05-01T09:05:00Z", "createdAt": "2030-05-01T09:00:00Z",
			 "payment": {"id": "00000000-0000-0003-0000-000000000004", "status": "PENDING", "amount": 270000}}""";

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private Checkout checkout;

	@Test
	void hold() {
		given(this.checkout.hold(MINA.id(), "token", new SeatChoice(11, List.of(8, 7), null), "key-1"))
			.willReturn(ORDER);

		MvcTestResult result = holding("{\"showId\": 11, \"seatNumbers\": [8, 7], \"price\": 1}");

		assertThat(result).hasStatus(201);
		assertThat(result.getResponse().getHeader("Location")).isEqualTo(PATH);
		assertThat(json(result)).isEqualTo(json(ORDER_JSON));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"seatNumbers": [1]}                 | showId
			{"showId": null, "seatNumbers": [1]} | showId
			{"showId": "x", "seatNumbers": [1]}  | showId
			{"showId": 11}                       | seatNumbers
			{"showId": 11, "seatNumbers": 1}     | seatNumbers
			{"showId": 11, "seatNumbers": ["1"]} | seatNumbers[0]
			{"showId": 11, "seatNumbers": [1.5]} | seatNumbers[0]
			""")
	void fieldAtFaultIsNamed(String body, String field) {
		MvcTestResult result = holding(body);

		assertThat(result).hasStatus(400);
		assertThat(json(result).get("code").asString()).isEqualTo("validation-failed");
		assertThat(json(result).at("/errors/0/field").asString()).isEqualTo(field);
		verifyNoInteractions(this.checkout);
	}

	@Test
	void seatThatIsNoNumberIsForTheRulesOfSeats() {
		holding("{\"showId\": 11, \"seatNumbers\": [null]}");

		verify(this.checkout).hold(MINA.id(), "token", new SeatChoice(11, Arrays.asList((Integer) null), null),
				"key-1");
	}

	@Test
	void sumThatWasShownIsHandedOn() {
		holding("{\"showId\": 11, \"seatNumbers\": [7], \"expectedTotal\": 150000}");

		verify(this.checkout).hold(MINA.id(), "token", new SeatChoice(11, List.of(7), 150_000L), "key-1");
	}

	@Test
	void takenSeatsAreNamed() {
		given(this.checkout.hold(any(), any(), any(), any()))
			.willThrow(new Orders.Fact(SeatTakenException.CODE, Map.of("seatNumbers", List.of(7, 8))));

		MvcTestResult result = holding("{\"showId\": 11, \"seatNumbers\": [7, 8]}");

		assertThat(result).hasStatus(409);
		assertThat(json(result)).isEqualTo(json("""
				{"type": "urn:frontrow:problem:seat-taken", "title": "Seat taken", "status": 409,
				 "detail": "Somebody else was faster: seat 7, 8 can no longer be held. Nothing was held.",
				 "instance": "/api/v1/reservations", "code": "seat-taken", "seatNumbers": [7, 8]}"""));
	}

	@Test
	void list() {
		given(this.checkout.orders(MINA.id(), ReservationStatus.HELD, 1, 5))
			.willReturn(PageOf.of(List.of(ORDER), 1, 5, 6));

		MvcTestResult result = this.mvc.get()
			.uri("/api/v1/reservations?status=HELD&page=1&size=5")
			.with(by(MINA))
			.exchange();

		assertThat(result).hasStatus(200);
		assertThat(json(result)).isEqualTo(json("""
				{"items": [%s], "page": 1, "size": 5, "totalItems": 6, "totalPages": 2}""".formatted(ORDER_JSON)));
	}

	@Test
	void one() {
		given(this.checkout.order(MINA.id(), RESERVATION)).willReturn(ORDER);

		MvcTestResult result = this.mvc.get().uri(PATH).with(by(MINA)).exchange();

		assertThat(result).hasStatus(200);
		assertThat(json(result)).isEqualTo(json(ORDER_JSON));
	}

	@Test
	void reservationOfSomebodyElseIsNotFound() {
		given(this.checkout.order(MINA.id(), RESERVATION)).willThrow(new NotFoundException());
		given(this.checkout.cancel(MINA.id(), RESERVATION)).willThrow(new NotFoundException());

		assertThat(this.mvc.get().uri(PATH).with(by(MINA))).hasStatus(404);
		assertThat(this.mvc.delete().uri(PATH).with(by(MINA))).hasStatus(404);
		assertThat(this.mvc.get().uri("/api/v1/reservations/7").with(by(MINA))).hasStatus(404);
	}

	@Test
	void cancel() {
		given(this.checkout.cancel(MINA.id(), RESERVATION)).willReturn(ORDER);

		MvcTestResult result = this.mvc.delete().uri(PATH).with(by(MINA)).exchange();

		assertThat(result).hasStatus(200);
		assertThat(json(result)).isEqualTo(json(ORDER_JSON));
	}

	private MvcTestResult holding(String body) {
		return this.mvc.post()
			.uri("/api/v1/reservations")
			.with(by(MINA))
			.header("Queue-Token", "token")
			.header("Idempotency-Key", "key-1")
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

}
