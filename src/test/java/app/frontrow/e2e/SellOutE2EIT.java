package app.frontrow.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import app.frontrow.catalogue.concert.Show;
import app.frontrow.journey.ApiClient;
import app.frontrow.shared.StaffRole;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The owner sells out a concert with nothing but a browser: plans it, opens it, steers
 * the queue, refunds a ticket, exchanges a seat, cancels a show, exports the settlement,
 * and sees that the accounts agree. Members act over the API.
 */
class SellOutE2EIT extends BrowserTest {

	private static final long VIP = 150_000;

	private static final long R = 100_000;

	@TempDir
	private Path downloads;

	private Browser browser;

	private OfficeJourney office;

	private String title;

	private long concert;

	@ParameterizedTest
	@ValueSource(strings = { "ko", "en" })
	void ownerSellsOutAConcertInABrowser(String language) throws IOException {
		this.browser = open().downloadTo(this.downloads);
		this.office = new OfficeJourney(this.browser);
		this.office.logIn(this.audience.staffAccount(StaffRole.OWNER, null), language);
		planAndOpen();
		List<Long> shows = await().until(() -> this.catalogue.findShows(this.concert).stream().map(Show::id).toList(),
				(found) -> found.size() == 2);

		steer();
		List<ApiClient> fans = this.audience.inside(13, this.concert);
		List<String> orders = IntStream.range(0, fans.size())
			.mapToObj((fan) -> buy(fans.get(fan), shows.get(0), seats(fan * 4 + 1, Math.min(fan * 4 + 4, 50))))
			.toList();
		List<ApiClient> others = this.audience.inside(2, this.concert);
		buy(others.get(0), shows.get(1), seats(1, 2));
		buy(others.get(1), shows.get(1), seats(20, 20));
		refundSeat45(fans.get(11), orders.get(11));
		exchangeSeat49(fans.get(12), orders.get(12));
		buy(this.audience.inside(1, this.concert).get(0), shows.get(0), seats(49, 49));

		cancelSecondShow();
		assertThat(others).allSatisfy((fan) -> assertThat(fan.balance()).isEqualTo(1_000_000));
		assertThat(this.office.findConcert(this.title).getAttribute("data-status")).isEqualTo("SOLD_OUT");
		this.browser.click("office-board");
		assertThat(this.browser.find("board-sold").getAttribute("data-value")).isEqualTo("50");
		assertThat(this.browser.find("board-revenue").getAttribute("data-value"))
			.isEqualTo(String.valueOf(10 * VIP + 40 * R));
		settle();

		this.browser.click("nav-reconciliation");
		assertThat(this.browser.find("reconciliation-result").getAttribute("data-consistent")).isEqualTo("true");
		assertThat(this.browser.script("return document.documentElement.lang")).isEqualTo(language);
		assertThat(this.browser.complaints()).isEmpty();
	}

	/** VIP are the first ten seats, painted on the map. Two shows come from a series. */
	private void planAndOpen() {
		this.title = "밤 " + UUID.randomUUID();
		LocalDate first = LocalDate.now(Show.ZONE).plusDays(40);
		LocalDateTime now = LocalDateTime.now(Show.ZONE).truncatedTo(ChronoUnit.MINUTES);
		this.browser.click("office-new-concert")
			.type("concert-title", this.title)
			.type("concert-artist", "별무리 밴드")
			.type("concert-venue", "Frontrow Hall")
			.type("price-grade", "VIP")
			.type("price-amount", String.valueOf(VIP));
		this.office.set("concert-sales-open-at", now.plusDays(1))
			.set("show-series-from", first)
			.set("show-series-to", first.plusDays(1))
			.set("show-series-time", "19:30");
		this.office.chooseAllDays();
		this.browser.click("show-series-add");
		this.browser.until((driver) -> this.browser.all("show-starts-at").size() == 2);
		this.browser.click("price-add");
		this.browser.until((driver) -> this.browser.all("price-grade").size() == 2);
		this.browser.all("price-grade").get(1).sendKeys("R");
		this.browser.all("price-amount").get(1).sendKeys(String.valueOf(R));
		this.browser.all("paint-brush").get(1).click();
		for (int row = 1; row < 5; row++) {
			this.office.drag("paint-" + (row * 10 + 1), "paint-" + (row * 10 + 10));
		}
		this.browser.click("concert-save").find("flash");
		this.concert = Long.parseLong(this.browser.path().replaceAll("\\D", ""));
		assertThat(this.office.findConcert(this.title).getAttribute("data-status")).isEqualTo("DRAFT");
		this.browser.click("office-edit");
		this.office.set("concert-sales-open-at", now.minusMinutes(1));
		this.browser.click("concert-announce").find("flash");
	}

	/** While the queue is paused, a member waits. */
	private void steer() {
		this.office.findConcert(this.title);
		this.browser.click("office-board").type("queue-capacity", "60").type("queue-rate", "50");
		this.office.choose("queue-mode", "PAUSED");
		this.browser.type("queue-message", "Soon").click("queue-save").find("flash");
		ApiClient early = this.audience.member().queue(this.concert);
		assertThat(early.status()).isEqualTo("WAITING");
		this.office.choose("queue-mode", "OPEN");
		this.browser.type("queue-message", "").click("queue-save").find("flash");
		await().until(early::status, "ADMITTED"::equals);
		early.leave().expect(204);
	}

	private void refundSeat45(ApiClient fan, String order) {
		this.office.openOrder(bookingNumber(fan, order));
		this.browser.all("refund-ticket").get(0).click();
		assertThat(this.browser.find("refund-sum").getAttribute("data-amount")).isEqualTo(String.valueOf(R));
		this.browser.type("reason", "Ill").click("confirm").find("refund-row");
		assertThat(fan.balance()).isEqualTo(1_000_000 - 3 * R);
	}

	private void exchangeSeat49(ApiClient fan, String order) {
		this.office.openOrder(bookingNumber(fan, order));
		this.browser.click("order-reseat");
		this.office.choose("reseat-from", "49").choose("reseat-to", "45");
		this.browser.type("reason", "Broken").click("confirm").find("flash");
		assertThat(fan.get("/api/v1/reservations/" + order).expect(200).json().at("/seats").toString()).contains("45")
			.contains("50")
			.doesNotContain("49");
	}

	private void cancelSecondShow() {
		this.office.findConcert(this.title);
		this.browser.click("office-shows").find("office-show");
		this.browser.all("show-cancel").get(1).click();
		assertThat(this.browser.text("dry-run-orders")).isEqualTo("2");
		assertThat(this.browser.text("dry-run-sum")).isEqualTo("₩400,000");
		this.browser.type("reason", "The hall is closed.").click("confirm");
		this.browser.until((driver) -> "DONE".equals(this.browser.find("job-progress").getAttribute("data-status")));
	}

	/** The settlement and the ledger of the concert have the same sums. */
	private void settle() throws IOException {
		this.browser.click("nav-exports").type("export-concert", String.valueOf(this.concert)).click("export-choose");
		this.browser.at("concertId=" + this.concert);
		SavedTable settlement = this.office.download("settlement", this.downloads);
		SavedTable ledger = this.office.download("ledger", this.downloads);
		long paid = 10 * VIP + 41 * R + 2 * VIP + R;
		long refunded = R + 2 * VIP + R;

		assertThat(settlement.sum("gross")).isEqualTo(paid);
		assertThat(settlement.sum("refunded")).isEqualTo(refunded);
		assertThat(settlement.sum("fees")).isZero();
		assertThat(settlement.sum("sold")).isEqualTo(54);
		assertThat(settlement.sum("net")).isEqualTo(paid - refunded).isEqualTo(-ledger.sum("amount"));
		assertThat(this.jdbc.sql("""
				select -sum(e.amount) from ledger_entries e join payments p on p.id = e.reference
				join reservations r on r.id = p.reservation_id where r.concert_id = ?""")
			.param(this.concert)
			.query(Long.class)
			.single()).isEqualTo(paid - refunded);
	}

	private static String buy(ApiClient fan, long show, Integer... seats) {
		fan.charge(1_000_000).expect(201);
		String order = fan.hold(show, seats).expect(201).text("id");
		fan.pay(order).expect(201);
		return order;
	}

	private static Integer[] seats(int from, int to) {
		return IntStream.rangeClosed(from, to).boxed().toArray(Integer[]::new);
	}

	private static String bookingNumber(ApiClient fan, String order) {
		return fan.get("/api/v1/reservations/" + order).expect(200).text("bookingNumber");
	}

}
