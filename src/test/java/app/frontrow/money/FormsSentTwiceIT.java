package app.frontrow.money;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import app.frontrow.catalogue.concert.Show;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.ConcurrentRunner;
import app.frontrow.journey.PageClient;
import app.frontrow.journey.ProductTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A form sent twice does its work once, and both answers lead to the same page.
 */
@Tag("database")
class FormsSentTwiceIT extends ProductTest {

	private Show show;

	private PageClient browser;

	@BeforeEach
	void memberInside() {
		this.show = ConcertFixture.showOnSale(this.programme, this.catalogue);
		this.browser = PageClient.at(this.port).signUpAndLogIn();
		this.browser.queue(this.show.concertId());
	}

	@Test
	void formSentTwiceWorksOnce() {
		assertThat(twice("/me/wallet", "/me/wallet/charges", "amount", "200000")).containsOnly("/me/wallet");
		assertThat(this.browser.get("/me/wallet").body()).containsOnlyOnce("data-testid=\"ledger-row\"")
			.contains("data-amount=\"200000\"");

		List<String> orders = twice("/shows/" + this.show.id() + "/seats", "/reservations", "seatNumbers", "9");
		String order = orders.get(0);
		assertThat(orders).containsOnly(order);

		assertThat(twice(order, order + "/pay")).containsOnly(order);
		assertThat(this.browser.get(order).body()).contains("payment-receipt")
			.containsOnlyOnce("data-testid=\"ticket\"");
		assertThat(this.browser.get("/me/wallet").body()).contains("data-amount=\"50000\"");
	}

	/**
	 * Sends the form of a page twice at the same time, and once more; returns where each
	 * answer leads.
	 */
	private List<String> twice(String page, String path, String... fields) {
		Map<String, String> form = this.browser.filled(page, path, fields);
		List<HttpResponse<String>> answers = new ArrayList<>(
				ConcurrentRunner.rush(Collections.nCopies(2, () -> this.browser.post(path, form))));
		answers.add(this.browser.post(path, form));
		return answers.stream().map(PageClient::location).toList();
	}

}
