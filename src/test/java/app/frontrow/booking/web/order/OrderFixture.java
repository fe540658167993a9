package app.frontrow.booking.web.order;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import app.frontrow.booking.Order;
import app.frontrow.booking.payment.Payment;
import app.frontrow.booking.payment.PaymentStatus;
import app.frontrow.booking.payment.Ticket;
import app.frontrow.booking.reservation.Reservation;
import app.frontrow.booking.reservation.ReservationStatus;
import app.frontrow.booking.reservation.ReservedSeat;
import app.frontrow.catalogue.concert.Concert;
import app.frontrow.catalogue.concert.SaleStatus;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.idempotency.RecordedRefusal;
import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;
import app.frontrow.shared.web.page.PageSliceConfiguration;

import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Orders of Mina for seats 9 and 14 of show 70, for tests of pages.
 */
public final class OrderFixture {

	public static final UUID ID = UUID.fromString("10000000-0000-0000-0000-000000000007");

	public static final UUID MINA = PageSliceConfiguration.MINA.id();

	public static final Instant START = PageSliceConfiguration.NOW.plus(Duration.ofDays(30));

	public static final Show SHOW = new Show(70, 7, START, 50);

	private OrderFixture() {
	}

	public static Concert concert(String title) {
		return new Concert(7, title, "Band", "Hall", "", Instant.EPOCH, SaleStatus.ON_SALE, START, START, 50,
				List.of());
	}

	public static Order held(long seconds) {
		return order(ReservationStatus.HELD, PaymentStatus.PENDING, List.of(),
				PageSliceConfiguration.NOW.plusSeconds(seconds));
	}

	public static Order paid() {
		return order(ReservationStatus.CONFIRMED, PaymentStatus.PAID,
				List.of(new Ticket("WXYZ-WXYZ", 9), new Ticket("ABCD-EFGH", 14)), Instant.EPOCH);
	}

	public static Order over(ReservationStatus status, PaymentStatus payment) {
		return order(status, payment, List.of(), Instant.EPOCH);
	}

	private static Order order(ReservationStatus status, PaymentStatus payment, List<Ticket> tickets,
			Instant heldUntil) {
		Reservation reservation = new Reservation(ID, MINA, 7, 70, START,
				List.of(new ReservedSeat(9, "VIP", 150_000), new ReservedSeat(14, "R", 120_000)), 270_000, status,
				heldUntil, 1, Instant.EPOCH, "ABCD-2345");
		return new Order(reservation,
				new Payment(UUID.randomUUID(), ID, 270_000, payment, Instant.EPOCH, Instant.EPOCH, 0L, tickets));
	}

	/** The message that the next page shows. */
	public static String flash(MvcTestResult answer) {
		return URLDecoder.decode(answer.getResponse().getCookie("frontrow-flash").getValue(), StandardCharsets.UTF_8);
	}

	/** A refusal that is kept as the answer. */
	public static RecordedRefusal recorded(ErrorCode code, Map<String, Object> details) {
		RecordedRefusal refusal = mock(RecordedRefusal.class);
		given(refusal.code()).willReturn(code);
		given(refusal.details()).willReturn(details);
		return refusal;
	}

	/** Any refusal. */
	public static final class Fact extends Refusal {

		private static final long serialVersionUID = 1L;

		Fact(ErrorCode code, Map<String, Object> details) {
			super(code, details);
		}

	}

}
