package app.frontrow.payments.web;

import java.util.List;
import java.util.Map;

import app.frontrow.members.ApiSlice;
import app.frontrow.payments.Checkout;
import app.frontrow.shared.NotFoundException;
import app.frontrow.shared.PageOf;
import app.frontrow.wallet.InsufficientBalanceException;
import org.junit.jupiter.api.Test;

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
import static app.frontrow.payments.web.Orders.PAID;
import static app.frontrow.payments.web.Orders.PAYMENT;
import static app.frontrow.payments.web.Orders.RESERVATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verifyNoInteractions;

@WebMvcTest(PaymentApiController.class)
@Import(ApiSlice.class)
class PaymentApiControllerTests {

	private static final String PAID_JSON = """
			{"id": "00000000-0000-0003-0000-000000000004", "reservationId": "00000000-0000-0001-0000-000000000002",
			 "amount": 270000, "status": "PAID", "paidAt": "2030-05-01T09:01:00Z", "balanceAfter": 30000,
			 "tickets": [{"code": "AAAA-BBBB-CCCC-DDDD", "seatNumber": 7}, {"code": "2222", "seatNumber": 8}]}""";

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private Checkout checkout;

	@Test
	void pay() {
		given(this.checkout.pay(MINA.id(), "token", RESERVATION, "key-1")).willReturn(PAID);

		MvcTestResult result = paying("{\"reservationId\": \"" + RESERVATION + "\", \"amount\": 1}");

		assertThat(result).hasStatus(201);
		assertThat(json(result)).isEqualTo(json(PAID_JSON));
	}

	@Test
	void tooLittleBalanceTellsHowMuchIsMissing() {
		given(this.checkout.pay(MINA.id(), "token", RESERVATION, "key-1")).willThrow(
				new Orders.Fact(InsufficientBalanceException.CODE, Map.of("balance", 1_000L, "required", 270_000L)));

		MvcTestResult result = paying("{\"reservationId\": \"" + RESERVATION + "\"}");

		assertThat(result).hasStatus(409);
		assertThat(json(result)).isEqualTo(
				json("""
						{"type": "urn:frontrow:problem:insufficient-balance", "title": "Balance too low", "status": 409,
						 "detail": "Your balance is ₩1,000, but ₩270,000 is needed. Your seats stay held; top up and pay again.",
						 "instance": "/api/v1/payments", "code": "insufficient-balance", "balance": 1000,
						 "required": 270000}"""));
	}

	@Test
	void reservationIsNeededAndItsFormTellsNothing() {
		MvcTestResult missing = paying("{}");
		assertThat(missing).hasStatus(400);
		assertThat(json(missing).at("/errors/0/field").asString()).isEqualTo("reservationId");

		assertThat(paying("{\"reservationId\": \"7\"}")).hasStatus(404);
		verifyNoInteractions(this.checkout);
	}

	@Test
	void list() {
		given(this.checkout.payments(MINA.id(), 0, 20)).willReturn(PageOf.of(List.of(PAID), 0, 20, 1));

		MvcTestResult result = this.mvc.get().uri("/api/v1/payments").with(by(MINA)).exchange();

		assertThat(result).hasStatus(200);
		assertThat(json(result)).isEqualTo(json("""
				{"items": [%s], "page": 0, "size": 20, "totalItems": 1, "totalPages": 1}""".formatted(PAID_JSON)));
	}

	@Test
	void pendingPaymentHasItsEmptyFieldsToo() {
		given(this.checkout.payment(MINA.id(), PAYMENT)).willReturn(ORDER.payment());

		MvcTestResult result = this.mvc.get().uri("/api/v1/payments/" + PAYMENT).with(by(MINA)).exchange();

		assertThat(result).hasStatus(200);
		assertThat(json(result)).isEqualTo(json("""
				{"id": "00000000-0000-0003-0000-000000000004", "reservationId": "00000000-0000-0001-0000-000000000002",
				 "amount": 270000, "status": "PENDING", "paidAt": null, "balanceAfter": null, "tickets": []}"""));
	}

	@Test
	void paymentOfSomebodyElseIsNotFound() {
		given(this.checkout.payment(MINA.id(), PAYMENT)).willThrow(new NotFoundException());

		assertThat(this.mvc.get().uri("/api/v1/payments/" + PAYMENT).with(by(MINA))).hasStatus(404);
		assertThat(this.mvc.get().uri("/api/v1/payments/7").with(by(MINA))).hasStatus(404);
	}

	private MvcTestResult paying(String body) {
		return this.mvc.post()
			.uri("/api/v1/payments")
			.with(by(MINA))
			.header("Queue-Token", "token")
			.header("Idempotency-Key", "key-1")
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

}
