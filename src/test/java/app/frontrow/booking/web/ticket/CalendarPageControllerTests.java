package app.frontrow.booking.web.ticket;

import app.frontrow.booking.OrderQueryService;
import app.frontrow.booking.web.order.OrderFixture;
import app.frontrow.booking.web.order.OrderViewFactory;
import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.web.page.PageSlice;
import app.frontrow.shared.web.page.PageSliceConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static app.frontrow.booking.web.order.OrderFixture.ID;
import static app.frontrow.booking.web.order.OrderFixture.MINA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

@PageSlice(CalendarPageController.class)
@Import(OrderViewFactory.class)
class CalendarPageControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private OrderQueryService orderQueries;

	@MockitoBean
	private CatalogueQueryService catalogue;

	@BeforeEach
	void concert() {
		given(this.catalogue.getConcert(7)).willReturn(OrderFixture.concert("밤; <b>"));
	}

	@Test
	void fileOfAPaidReservationContainsNoTicketCodes() {
		given(this.orderQueries.getOrder(MINA, ID)).willReturn(OrderFixture.paid());

		MvcTestResult file = calendar();

		assertThat(file).hasStatusOk()
			.hasHeader("Content-Type", "text/calendar;charset=UTF-8")
			.bodyText()
			.contains("UID:" + ID + "@frontrow\r\n", "DTSTART:20261102T100000Z\r\n", "SUMMARY:밤\\; <b>\r\n",
					"LOCATION:Hall\r\n", "TRIGGER:-PT3H\r\nDESCRIPTION:밤\\; <b> begins in three hours\r\n",
					"Row 1 · seat 9 · VIP\\nRow 2 · seat 14 · R", "URL:http://localhost/reservations/" + ID)
			.doesNotContain("ABCD-EFGH");
		assertThat(file.getResponse().getHeader("Content-Disposition")).startsWith("attachment;")
			.contains("filename*=UTF-8''%EB%B0%A4%3B%20%3Cb%3E.ics");
	}

	@Test
	@ProvesRule(rule = "Only a paid reservation has a calendar file", guard = "CalendarPageController.calendar",
			brokenBy = "leaving out the condition")
	void unpaidOrForeignReservationHasNoFile() {
		given(this.orderQueries.getOrder(MINA, ID)).willReturn(OrderFixture.held(299))
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

}
