package app.frontrow.office;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

import app.frontrow.catalogue.concert.Show;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.PageClient;
import app.frontrow.journey.ProductTest;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.StaffRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The staff finds and reads an order, and the trail notes it.
 */
@Tag("database")
class OfficeOrdersIT extends ProductTest {

	private static final String ORDERS = "/api/v1/office/orders";

	private ApiClient support;

	private ApiClient fan;

	private Show show;

	private String order;

	private Answer paid;

	@BeforeEach
	void oneOrder() {
		this.support = this.audience.staff(StaffRole.SUPPORT, null);
		this.show = ConcertFixture.showOnSale(this.programme, this.catalogue);
		this.fan = this.audience.member().comeIn(this.show.concertId());
		this.fan.charge(1_000_000).expect(201);
		this.order = this.fan.hold(this.show.id(), 31, 32).expect(201).text("id");
		this.paid = this.fan.pay(this.order).expect(201);
	}

	@Test
	void orderIsFoundByEverythingThatPeopleName() {
		Answer detail = this.support.get(ORDERS + "/" + this.order).expect(200);
		String number = detail.text("/order/bookingNumber");
		String username = this.fan.get("/api/v1/members/me").text("username");
		for (String text : List.of(number, number.replace("-", "").toLowerCase(), this.order,
				this.paid.text("/tickets/0/code"), username, username.substring(0, 12))) {
			assertThat(found(text, "")).as(text).containsExactly(this.order);
		}
		assertThat(found("31", "&concertId=" + this.show.concertId())).containsExactly(this.order);
		assertThat(found("33", "&concertId=" + this.show.concertId())).isEmpty();
		assertThat(found("", "&status=CONFIRMED&concertId=" + this.show.concertId())).containsExactly(this.order);
		assertThat(found("", "&status=HELD&concertId=" + this.show.concertId())).isEmpty();
		String name = "달빛 " + this.order.substring(0, 8);
		this.jdbc.sql("update members set display_name = ? where username = ?").params(name, username).update();
		assertThat(found(name, "&concertId=" + this.show.concertId())).containsExactly(this.order);
		assertThat(found("%", "")).isEmpty();
	}

	@Test
	void timelineTellsWhatHappened() {
		this.fan.cancel(this.order).expect(200);

		Answer detail = this.support.get(ORDERS + "/" + this.order).expect(200);

		assertThat(detail.json().at("/timeline").findValuesAsString("what")).containsExactly("held", "paid",
				"refunded");
		assertThat(detail.text("/payment/status")).isEqualTo("REFUNDED");
		assertThat(detail.number("/refunds/0/amount")).isEqualTo(180_000);
		assertThat(detail.json().at("/tickets")).hasSize(2)
			.allSatisfy((ticket) -> assertThat(ticket.at("/valid").booleanValue()).isFalse());
	}

	@Test
	@ProvesRule(rule = "A role for another concert finds no order", guard = "OrderReadRepository.FILTER",
			brokenBy = "leaving out the concerts")
	void roleForAnotherConcertFindsNothing() {
		long other = ConcertFixture.onSale(this.programme, 1);
		ApiClient sera = this.audience.staff(StaffRole.BOX_OFFICE, other);

		assertThat(sera.get(ORDERS + "?q=" + this.order).expect(200).number("totalItems")).isZero();
		sera.get(ORDERS + "/" + this.order).expectProblem(404, "not-found");
		this.fan.get(ORDERS + "/" + this.order).expectProblem(403, "forbidden");
		this.audience.staff(StaffRole.DOOR, null).get(ORDERS).expectProblem(403, "forbidden");
	}

	@Test
	@ProvesRule(rule = "Each look at an order is in the trail", guard = "OfficeOrderService.get",
			brokenBy = "leaving out note")
	@ProvesRule(rule = "Each search for orders is in the trail", guard = "OfficeOrderService.find",
			brokenBy = "leaving out note")
	void looksAndNotesAreInTheTrail() {
		PageClient browser = PageClient.at(this.port);
		String doyun = this.support.get("/api/v1/members/me").text("username");
		browser.logIn(doyun, "correct horse");
		String page = "/office/orders/" + this.order;

		assertThat(browser.get("/office/orders?q=" + this.order).body()).contains("data-testid=\"order-row\"");
		HttpResponse<String> saved = browser.submit(page, page + "/notes", "text", "Called <b>back</b>");
		assertThat(PageClient.location(saved)).isEqualTo(page);
		assertThat(browser.get(page).body()).contains("Called &lt;b&gt;back&lt;/b&gt;", "data-what=\"noted\"");
		browser.submit(page, page + "/notes", "text", " ");
		browser.submit(page, page + "/notes", "text", "x".repeat(501));

		assertThat(this.support.get(ORDERS + "/" + this.order).json().at("/notes")).hasSize(1);
		assertThat(this.audience.admin()
			.get("/api/v1/office/trail?size=100&who=" + doyun)
			.json()
			.at("/items")
			.findValuesAsString("what")).contains("orders-searched", "order-seen").containsOnlyOnce("order-noted");
	}

	private List<String> found(String text, String more) {
		return this.support.get(ORDERS + "?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + more)
			.expect(200)
			.json()
			.at("/items")
			.valueStream()
			.map((item) -> item.at("/id").asString())
			.toList();
	}

}
