package app.frontrow.payments.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import app.frontrow.catalogue.Catalogue;
import app.frontrow.catalogue.Concert;
import app.frontrow.catalogue.SaleStatus;
import app.frontrow.payments.Checkout;
import app.frontrow.payments.Order;
import app.frontrow.reservations.Reservation;
import app.frontrow.reservations.ReservationStatus;
import app.frontrow.reservations.ReservedSeat;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.NotFoundException;
import app.frontrow.shared.web.PageSlice;
import app.frontrow.shared.web.PageSliceConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

@PageSlice(CalendarPageController.class)
@Import(OrderViews.class)
class CalendarPageControllerTests {

	private static final UUID ID = Orders.RESERVATION;

	private static final UUID MINA = PageSliceConfiguration.MINA.id();

	private static final Instant START = Instant.parse("2026-11-02T10:00:00Z");

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private Checkout checkout;

	@MockitoBean
	private Catalogue catalogue;

	@BeforeEach
	void aConcert() {
		given(this.catalogue.concert(7)).willReturn(new Concert(7, "밤; <b>", "Band", "Hall", "", Instant.EPOCH,
				SaleStatus.ON_SALE, START, START, 50, List.of()));
	}

	@Test
	void isForWhoHasTheTicketsAndTellsNoCodes() {
		given(this.checkout.order(MINA, ID)).willReturn(order(ReservationStatus.CONFIRMED));

		MvcTestResult file = calendar();

		assertThat(file).hasStatusOk()
			.hasHeader("Content-Type", "text/calendar;charset=UTF-8")
			.bodyText()
			.contains("UID:" + ID + "@frontrow\r\n", "DTSTART:20261102T100000Z\r\n", "SUMMARY:밤\\; <b>\r\n",
					"LOCATION:Hall\r\n", "Row 1 · seat 7 · VIP\\nRow 1 · seat 8 · R",
					"URL:http://localhost/reservations/" + ID)
			.doesNotContain("AAAA-BBBB");
		assertThat(file.getResponse().getHeader("Content-Disposition")).startsWith("attachment;")
			.contains("filename*=UTF-8''%EB%B0%A4%3B%20%3Cb%3E.ics");
	}

	@Test
	@ProvesRule(rule = "Only a paid reservation has a calendar file", guard = "CalendarPageController.calendar",
			brokenBy = "leaving out the condition")
	void isNotThereForOthersAndForWhatIsNotPaid() {
		given(this.checkout.order(MINA, ID)).willReturn(order(ReservationStatus.HELD))
			.willThrow(new NotFoundException());

		assertThat(calendar()).hasStatus(404);
		assertThat(calendar()).hasStatus(404);
	}

	private MvcTestResult calendar() {
		return this.mvc.get()
			.uri("/reservations/" + ID + "/calendar.ics")
			.with(PageSliceConfiguration.mina())
			.exchange();
	}

	private static Order order(ReservationStatus status) {
		Reservation reservation = new Reservation(ID, MINA, 7, 70, START,
				List.of(new ReservedSeat(7, "VIP", 150_000), new ReservedSeat(8, "R", 120_000)), 270_000, status,
				Instant.EPOCH, 1, Instant.EPOCH);
		return new Order(reservation, Orders.PAID);
	}

}
