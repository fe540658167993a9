package app.frontrow.e2e;

import app.frontrow.catalogue.concert.Show;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.shared.StaffRole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The box office blocks a seat, gives one away and exchanges one, with the keyboard where
 * a mouse would be used.
 */
class SeatsByHandE2EIT extends BrowserTest {

	@ParameterizedTest
	@ValueSource(strings = { "en", "ko" })
	void boxOfficeChangesSeats(String language) {
		Show show = ConcertFixture.showOnSale(this.programme, this.catalogue);
		ApiClient fan = this.audience.member().comeIn(show.concertId());
		fan.charge(1_000_000).expect(201);
		String order = fan.pay(fan.hold(show.id(), 31).expect(201).text("id")).expect(201).text("reservationId");
		String guest = fan.get("/api/v1/members/me").text("username");
		Browser browser = open().logIn(this.audience.staffAccount(StaffRole.BOX_OFFICE, show.concertId()),
				MemberJourney.PASSWORD);
		browser.language(language).until((driver) -> !browser.go("/office").all("office-shows").isEmpty());
		browser.click("office-shows").find("office-show");
		String seats = "/office/shows/" + show.id() + "/seats";

		browser.go(seats).find("seat-20").sendKeys(Keys.SPACE);
		browser.type("reason", "Camera");
		browser.find("seats-block").sendKeys(Keys.ENTER);
		browser.find("flash");
		assertThat(browser.find("seat-20").getAttribute("data-status")).isEqualTo("blocked");
		assertThat(browser.find("seat-31").isEnabled()).isFalse();
		browser.click("seat-20").click("seats-unblock").find("flash");
		assertThat(browser.find("seat-20").getAttribute("data-status")).isEqualTo("available");
		browser.click("seat-21").type("reason", "Guests").type("complimentary-to", guest);
		browser.click("seats-complimentary").find("flash");
		assertThat(browser.find("seat-21").getAttribute("data-status")).isEqualTo("complimentary");

		browser.go("/office/orders/" + order).click("order-reseat").find("reseat-to").sendKeys(Keys.END);
		browser.type("reason", "Broken").find("confirm").sendKeys(Keys.ENTER);
		browser.find("flash");
		assertThat(browser.find("order-timeline").getText()).contains("31 → 50: Broken");
		assertThat(fan.get("/api/v1/reservations/" + order).expect(200).number("/seats/0/number")).isEqualTo(50);
	}

}
