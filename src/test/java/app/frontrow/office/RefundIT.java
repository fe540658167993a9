package app.frontrow.office;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import app.frontrow.booking.reconciliation.ReconciliationChecker;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.PageClient;
import app.frontrow.journey.ProductTest;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.StaffRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Members and the box office refund single tickets, with and without a fee.
 */
@Tag("database")
class RefundIT extends ProductTest {

	private static final int PRICE = 90_000;

	@Autowired
	private ReconciliationChecker reconciliation;

	private ApiClient sera;

	private ApiClient fan;

	private Map<String, Object> concert;

	private long concertId;

	private long show;

	private String order;

	private List<String> codes;

	@BeforeEach
	void orderOfThreeSeats() {
		this.concert = new HashMap<>(ConcertFixture.body("은하수", 1));
		this.concert.put("cancellationRules", List.of(rule(0, 25), rule(60, 10)));
		this.concertId = this.audience.admin().post("/api/v1/concerts", this.concert).expect(201).number("id");
		this.sera = this.audience.staff(StaffRole.BOX_OFFICE, this.concertId);
		this.fan = this.audience.member().comeIn(this.concertId);
		this.show = this.fan.firstShow(this.concertId);
		this.fan.charge(1_000_000).expect(201);
		this.order = this.fan.hold(this.show, 31, 32, 33).expect(201).text("id");
		Answer paid = this.fan.pay(this.order).expect(201);
		this.codes = List.of(paid.text("/tickets/0/code"), paid.text("/tickets/1/code"), paid.text("/tickets/2/code"));
	}

	@AfterEach
	void booksAgree() {
		this.books.audit();
		assertThat(this.reconciliation.checkAll().differences()).isEmpty();
	}

	@Test
	@ProvesRule(rule = "Each refund by the staff is in the trail", guard = "TrailListener.noteRefund",
			brokenBy = "leaving out @EventListener")
	void oneTicketIsRefundedAndTheOthersStay() {
		Answer refund = refund(this.sera, "one", Map.of("ticketCodes", this.codes.subList(0, 1), "reason",
				"Broken seat", "amount", 900_000, "fee", -1, "memberId", "x"))
			.expect(201);

		assertThat(refund.number("amount")).isEqualTo(PRICE);
		assertThat(refund.number("fee")).isZero();
		assertThat(refund.number("balanceAfter")).isEqualTo(this.fan.balance()).isEqualTo(1_000_000 - 2 * PRICE);
		Answer own = this.fan.get("/api/v1/reservations/" + this.order).expect(200);
		assertThat(own.text("status")).isEqualTo("PARTLY_REFUNDED");
		assertThat(own.json().at("/seats").findValuesAsString("number")).containsExactly("32", "33");
		assertThat(own.number("total")).isEqualTo(2 * PRICE);
		assertThat(this.fan.get("/api/v1/payments/" + own.text("/payment/id"))
			.json()
			.at("/tickets")
			.findValuesAsString("code")).containsExactlyInAnyOrder(this.codes.get(1), this.codes.get(2));
		assertThat(this.fan.get("/api/v1/reservations?status=PARTLY_REFUNDED").number("totalItems")).isEqualTo(1);
		assertThat(this.fan.get("/api/v1/reservations?status=CONFIRMED").number("totalItems")).isZero();
		Answer detail = this.sera.get("/api/v1/office/orders/" + this.order).expect(200);
		assertThat(detail.text("/order/status")).isEqualTo("PARTLY_REFUNDED");
		assertThat(detail.text("/refunds/0/number")).isEqualTo(detail.text("/order/bookingNumber") + "-R1");
		assertThat(detail.text("/timeline/2/by")).isEqualTo(name(this.sera));
		this.audience.member().comeIn(this.concertId).hold(this.show, 31).expect(201);
		Answer trail = this.audience.admin().get("/api/v1/office/trail?what=order-refunded&who=" + name(this.sera));
		assertThat(trail.text("/items/0/reason")).isEqualTo("Broken seat");
		assertThat(trail.text("/items/0/roles")).isEqualTo("BOX_OFFICE:" + this.concertId);
		assertThat(trail.text("/items/0/before")).contains("31", "270000");
		assertThat(trail.text("/items/0/after")).contains("180000", refund.text("number"));

		refund(this.sera, "rest", Map.of("all", true, "reason", "The rest")).expect(201);

		assertThat(this.fan.balance()).isEqualTo(1_000_000);
		assertThat(this.fan.get("/api/v1/reservations/" + this.order).text("status")).isEqualTo("CANCELLED");
		assertThat(this.fan.get("/api/v1/reservations/" + this.order).text("/payment/status")).isEqualTo("REFUNDED");
	}

	@Test
	@ProvesRule(rule = "Nothing is kept if the organiser is at fault", guard = "RefundQuote.calculate",
			brokenBy = "leaving out isOrganiserAtFault")
	@ProvesRule(rule = "An order keeps the cancellation rules of its purchase", guard = "RefundRepository.TERMS",
			brokenBy = "reading those of the concert")
	void feeFollowsTheRulesOfThePurchase() {
		payLongAgo();
		this.concert.put("cancellationRules", List.of(rule(0, 100)));
		this.audience.admin().put("/api/v1/concerts/" + this.concertId, this.concert).expect(200);
		String path = "/api/v1/reservations/" + this.order;

		Answer quote = this.fan.get(path + "/cancellation?tickets=31&tickets=" + this.codes.get(1)).expect(200);
		assertThat(quote.number("refund")).isEqualTo(135_000);
		assertThat(quote.number("fee")).isEqualTo(45_000);
		assertThat(quote.number("/rule/percent")).isEqualTo(25);
		assertThat(this.fan.delete(path + "?tickets=31," + this.codes.get(1)).expect(200).text("status"))
			.isEqualTo("PARTLY_REFUNDED");
		this.fan.delete(path + "?tickets=31").expectProblem(409, "tickets-not-refundable");
		this.fan.delete(path + "?tickets=").expectProblem(400, "validation-failed");

		assertThat(this.fan.balance()).isEqualTo(1_000_000 - 3 * PRICE + 135_000);
		Answer entries = this.fan.get("/api/v1/wallet/entries").expect(200);
		assertThat(List.of(entries.text("/items/0/type"), entries.text("/items/1/type"))).containsExactly("FEE",
				"REFUND");
		assertThat(entries.number("/items/0/amount")).isEqualTo(-45_000);
		assertThat(entries.number("/items/1/amount")).isEqualTo(180_000);
		Answer rest = refund(this.sera, "fault", Map.of("all", true, "reason", "Our fault", "organiserAtFault", true))
			.expect(201);
		assertThat(rest.number("fee")).isZero();
		assertThat(this.fan.get("/api/v1/reservations/" + this.order).text("status")).isEqualTo("CANCELLED");
	}

	@Test
	void everythingCanBeKept() {
		payLongAgo();
		this.jdbc.sql("update reservations set cancellation_rules = '0:100' where id = ?").param(this.order).update();

		assertThat(this.fan.cancel(this.order).expect(200).text("status")).isEqualTo("CANCELLED");

		assertThat(this.fan.balance()).isEqualTo(1_000_000 - 3 * PRICE);
		this.fan.cancel(this.order).expectProblem(409, "not-cancellable");
	}

	@Test
	@ProvesRule(rule = "Only valid tickets of the order are refunded", guard = "RefundQuote.choose",
			brokenBy = "leaving out what was not found")
	@ProvesRule(rule = "Only the box office refunds", guard = "RefundOfficeService.REFUNDERS",
			brokenBy = "adding SUPPORT")
	void othersCannotRefund() {
		Map<String, Object> body = Map.of("all", true, "reason", "Because");
		refund(this.audience.staff(StaffRole.SUPPORT, null), "a", body).expectProblem(403, "forbidden");
		refund(this.audience.staff(StaffRole.BOX_OFFICE, this.concertId + 1_000_000), "b", body).expectProblem(404,
				"not-found");
		refund(this.fan, "c", body).expectProblem(403, "forbidden");
		refund(this.sera, "d", Map.of("all", true, "reason", " ")).expectProblem(400, "validation-failed");
		refund(this.sera, "e", Map.of("reason", "No tickets")).expectProblem(400, "validation-failed");
		refund(this.sera, "f", Map.of("all", true, "ticketCodes", this.codes, "reason", "Both")).expectProblem(400,
				"validation-failed");
		refund(this.sera, "g", Map.of("ticketCodes", List.of("NOPE"), "reason", "Unknown")).expectProblem(409,
				"tickets-not-refundable");

		assertThat(this.fan.balance()).isEqualTo(1_000_000 - 3 * PRICE);
		PageClient reader = PageClient.at(this.port);
		reader.logIn(this.audience.staffAccount(StaffRole.SUPPORT, this.concertId), "correct horse");
		await().until(() -> reader.get("/office/orders/" + this.order).statusCode() == 200);
		assertThat(reader.get("/office/orders/" + this.order).body()).doesNotContain("order-refund");
		assertThat(this.books.count("refunds f join payments p on p.id = f.payment_id where p.reservation_id = ?",
				this.order))
			.isZero();
	}

	@Test
	void staffRefundsFromABrowserWithoutScripts() {
		PageClient browser = PageClient.at(this.port);
		browser.logIn(name(this.sera), "correct horse");
		String page = "/office/orders/" + this.order;
		Map<String, String> form = browser.filled(page, page + "/refunds", "ticket", this.codes.get(0), "reason", "");

		assertThat(browser.post(page + "/refunds", form).statusCode()).isEqualTo(400);
		Map<String, String> calculated = new HashMap<>(form);
		calculated.put("action", "calculate");
		assertThat(browser.post(page + "/refunds", calculated).body()).contains("data-amount=\"90000\"");
		form.put("reason", "Broken <seat>");
		List<HttpResponse<String>> twice = new ArrayList<>();
		twice.add(browser.post(page + "/refunds", form));
		twice.add(browser.post(page + "/refunds", form));

		assertThat(twice).allSatisfy((answer) -> assertThat(PageClient.location(answer)).isEqualTo(page));
		assertThat(this.fan.balance()).isEqualTo(1_000_000 - 2 * PRICE);
		assertThat(browser.get(page).body()).contains("-R1", "Broken &lt;seat&gt;");
		form.put("idempotencyKey", "another");
		assertThat(browser.post(page + "/refunds", form).statusCode()).as("stale page").isEqualTo(409);
	}

	@Test
	@ProvesRule(rule = "No more is kept than the member saw", guard = "RefundQuote.calculate",
			brokenBy = "leaving out expectedPercent")
	void memberSeesTheSumBeforeCancellingOneTicket() {
		payLongAgo();
		PageClient browser = PageClient.at(this.port);
		browser.logIn(name(this.fan), "correct horse");
		String page = "/reservations/" + this.order;
		Map<String, String> form = browser.filled(page, page + "/cancel", "tickets", "32");

		HttpResponse<String> asked = browser.post(page + "/cancel", form);
		assertThat(PageClient.location(asked)).isEqualTo(page + "/cancellation");
		String confirm = page + "/cancellation?tickets=32";
		assertThat(browser.get(confirm).body()).contains("data-testid=\"refund-fee\" data-amount=\"22500\"",
				"data-testid=\"refund-sum\" data-amount=\"67500\"");
		Map<String, String> stale = browser.filled(confirm, page + "/cancel");
		stale.put("percent", "10");
		stale.put("idempotencyKey", "stale");
		browser.post(page + "/cancel", stale);
		assertThat(this.fan.balance()).isEqualTo(1_000_000 - 3 * PRICE);
		form.remove("tickets");
		browser.post(page + "/cancel", form);
		assertThat(this.fan.balance()).as("no ticket chosen").isEqualTo(1_000_000 - 3 * PRICE);
		Map<String, String> confirmed = browser.filled(confirm, page + "/cancel");
		browser.post(page + "/cancel", confirmed);
		browser.post(page + "/cancel", confirmed);

		assertThat(this.fan.balance()).isEqualTo(1_000_000 - 3 * PRICE + 67_500);
		assertThat(browser.get(page).body()).contains("data-testid=\"partly-refunded\"", "refund-receipt", "-R1");
		assertThat(browser.get(page + "/calendar.ics").body()).contains("31", "33").doesNotContain("seat 32");
		assertThat(browser.get(page + "/tickets/32").statusCode()).isEqualTo(404);
		assertThat(browser.get(page + "/receipt").body()).contains("refund-receipt");
	}

	private void payLongAgo() {
		this.jdbc.sql("update payments set paid_at = paid_at - interval 25 hour where reservation_id = ?")
			.param(this.order)
			.update();
	}

	private Answer refund(ApiClient staff, String key, Map<String, Object> body) {
		return staff.with("Idempotency-Key", key).post("/api/v1/office/orders/" + this.order + "/refunds", body);
	}

	private static String name(ApiClient client) {
		return client.get("/api/v1/members/me").text("username");
	}

	private static Map<String, Object> rule(int days, int percent) {
		return Map.of("daysBefore", days, "percent", percent);
	}

}
