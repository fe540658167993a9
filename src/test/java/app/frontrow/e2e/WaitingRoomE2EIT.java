package app.frontrow.e2e;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import app.frontrow.journey.ConcertFixture;
import app.frontrow.waitingroom.WaitingRoomService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.chromium.ChromiumNetworkConditions;
import org.openqa.selenium.chromium.HasNetworkConditions;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A long wait in a browser. The band is 100 places wide, and 130 members are ahead.
 */
@TestPropertySource(properties = { "frontrow.queue.capacity=1", "frontrow.queue.admissions-per-second=0.1",
		"frontrow.queue.absence=60s" })
class WaitingRoomE2EIT extends BrowserTest {

	private static final int AHEAD = 130;

	@Autowired
	private WaitingRoomService waitingRoom;

	private List<String> ahead;

	private Browser browser;

	@BeforeEach
	void farFromTheFront() {
		long concert = ConcertFixture.onSale(this.programme, 1);
		this.ahead = IntStream.range(0, AHEAD)
			.mapToObj((i) -> this.waitingRoom.join(concert, UUID.randomUUID()).place().queueToken())
			.toList();
		this.browser = open();
		new MemberJourney(this.browser).signUp().join(concert);
		this.browser.at("/queue").find("queue-position");
	}

	@Test
	void farPageComputesThePositionFromTheSharedState() {
		assertThat(this.browser.text("queue-position")).isIn("130", "131");
		assertThat(this.browser.text("last-updated")).isNotEmpty();

		IntStream.range(2, 12).forEach((index) -> this.waitingRoom.leave(this.ahead.get(index)));

		this.browser.until((driver) -> Integer.parseInt(this.browser.text("queue-position")) <= AHEAD - 10);
		assertThat(this.browser.driver().getTitle()).contains("№ " + this.browser.text("queue-position"));
		assertThat(requests("/api/v1/concerts/")).isPositive();
		assertThat(requests("/queue/place")).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "en, 'kept for another 14:\\d\\d\\.', 'Last updated \\d+ s ago'",
			"ko, '14:\\d\\d', '\\d+초 전에 업데이트되었습니다'" })
	void withoutAConnectionThePageSaysHowLongThePlaceIsKept(String language, String kept, String updated) {
		this.browser.language(language).driver().navigate().refresh();
		this.browser.find("queue-position");
		Screen.forEach(this.browser, (screen) -> inSight(screen, "queue-position"));
		connected(false);

		this.browser.until((driver) -> this.browser.all("queue-offline")
			.stream()
			.anyMatch((lost) -> lost.getText().matches("(?s).*" + kept + ".*")));
		assertThat(this.browser.text("last-updated")).matches(updated);
		Screen.forEach(this.browser, (screen) -> {
			inSight(screen, "queue-position");
			inSight(screen, "queue-offline");
		});

		connected(true);
		this.browser
			.until((driver) -> this.browser.all("queue-offline").stream().noneMatch((lost) -> lost.isDisplayed()));
	}

	@Test
	void screenCanBeKeptOn() {
		this.browser.click("wake-lock");

		assertThat(this.browser.find("wake-lock").isSelected()).isTrue();
		this.browser.driver().navigate().refresh();
		assertThat(this.browser.find("wake-lock").isSelected()).isTrue();
	}

	private void inSight(Screen screen, String testId) {
		assertThat((Boolean) this.browser.script("""
				const { top, bottom } = document.querySelector(`[data-testid=${arguments[0]}]`).getBoundingClientRect();
				return top >= 0 && bottom <= innerHeight;
				""", testId)).as("%s in the first view of %s", testId, screen).isTrue();
	}

	private long requests(String path) {
		return (Long) this.browser
			.script("return performance.getEntriesByType('resource').filter((entry) => entry.name.includes('" + path
					+ "')).length");
	}

	private void connected(boolean connected) {
		((HasNetworkConditions) this.browser.driver())
			.setNetworkConditions(new ChromiumNetworkConditions().setOffline(!connected));
	}

}
