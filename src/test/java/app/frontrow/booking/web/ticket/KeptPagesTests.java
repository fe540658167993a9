package app.frontrow.booking.web.ticket;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import app.frontrow.booking.Order;
import app.frontrow.booking.OrderQueryService;
import app.frontrow.booking.RefundService;
import app.frontrow.booking.payment.PaymentStatus;
import app.frontrow.booking.refund.Refund;
import app.frontrow.booking.refund.RefundedTicket;
import app.frontrow.booking.reservation.ReservationStatus;
import app.frontrow.booking.web.order.OrderFixture;
import app.frontrow.booking.web.order.OrderRefundModel;
import app.frontrow.booking.web.order.OrderViewFactory;
import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.rules.ProvesRule;
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

/**
 * The pages that a member keeps of a paid reservation.
 */
@PageSlice({ ReceiptPageController.class, SeatTicketPageController.class })
@Import({ OrderViewFactory.class, OrderRefundModel.class })
class KeptPagesTests {

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private OrderQueryService orderQueries;

	@MockitoBean
	private CatalogueQueryService catalogue;

	@MockitoBean
	private RefundService refunds;

	@BeforeEach
	void paidOrder() {
		given(this.catalogue.getConcert(7)).willReturn(OrderFixture.concert("Night <b>"));
		given(this.orderQueries.getOrder(MINA, ID)).willReturn(OrderFixture.paid());
	}

	@Test
	void receiptHasNumberBuyerSellerMethodAndDate() {
		assertThat(page("/receipt")).hasStatusOk()
			.bodyText()
			.contains("ABCD-2345", "Buyer", "Mina", "Seller", "Frontrow wallet", "Paid on", "₩270,000",
					"Night &lt;b&gt;")
			.doesNotContain("refund-receipt", "??");
	}

	@Test
	void refundHasItsOwnDateAndNumber() {
		Order refunded = OrderFixture.over(ReservationStatus.CANCELLED, PaymentStatus.REFUNDED);
		given(this.orderQueries.getOrder(MINA, ID)).willReturn(refunded);
		given(this.refunds.findRefunds(refunded))
			.willReturn(List.of(new Refund(UUID.randomUUID(), refunded.payment().id(), 1, "ABCD-2345-R1", 243_000,
					27_000, 243_000, null, null, Instant.parse("2026-10-04T03:00:00Z"),
					List.of(new RefundedTicket("WXYZ-WXYZ", 9, "VIP", 150_000, 15_000)))));

		assertThat(page("/receipt")).hasStatusOk()
			.bodyText()
			.contains("refund-receipt", "ABCD-2345-R1", "Oct", "₩243,000", "₩27,000", "Seat 9")
			.doesNotContain("??");
	}

	@Test
	@ProvesRule(rule = "Only what was paid has a receipt", guard = "ReceiptPageController.receipt",
			brokenBy = "leaving out the condition")
	void unpaidReservationHasNeitherReceiptNorTicket() {
		given(this.orderQueries.getOrder(MINA, ID)).willReturn(OrderFixture.held(299));

		assertThat(page("/receipt")).hasStatus(404);
		assertThat(page("/tickets/9")).hasStatus(404);
	}

	@Test
	void ticketPageShowsOneSeatOfTheOrder() {
		assertThat(page("/tickets/14")).hasStatusOk()
			.bodyText()
			.contains("ABCD-EFGH", "seat 14", "class=\"qr\"")
			.doesNotContain("WXYZ-WXYZ", "??");
		assertThat(page("/tickets/15")).hasStatus(404);
	}

	private MvcTestResult page(String path) {
		return this.mvc.get().uri("/reservations/" + ID + path).with(PageSliceConfiguration.mina()).exchange();
	}

}
