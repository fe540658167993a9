package app.frontrow.e2e;

import java.util.UUID;

import app.frontrow.catalogue.concert.Show;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A member who has something under way sees it on every page and loses nothing by a
 * log-in.
 */
@TestPropertySource(properties = { "frontrow.queue.capacity=1", "frontrow.queue.absence=20s" })
class OngoingItemE2EIT extends BrowserTest {

	private static final String[] PAGES = { "/", "/me/wallet", "/me/reservations", "/me/account" };

	private final String username = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);

	private Show show;

	private Browser browser;

	@BeforeEach
	void concertOnSale() {
		this.show = ConcertFixture.showOnSale(this.programme, this.catalogue);
		this.browser = open();
	}

	@ParameterizedTest
	@CsvSource({ "ko, 320, 대기 순서 1번, 이어서 예매하기, 지금 예매하실 차례입니다, 선택한 좌석 결제 대기",
			"en, 1280, Your place in line: 1, Continue, It is your turn, Held for you" })
	@ProvesRule(rule = "Every page shows what the member has under way", guard = "OngoingItemFinder.find",
			brokenBy = "returning nothing")
	void everyPageShowsWhatIsUnderWay(String language, int width, String place, String go, String turn, String hold) {
		ApiClient first = this.audience.member().comeIn(this.show.concertId());
		this.browser.language(language).size(width, 800);
		signUp();
		this.browser.go("/concerts/" + this.show.concertId()).click("join-queue").at("/queue").find("queue-position");
		assertStrip("place", place);
		this.browser.go("/concerts/" + this.show.concertId());
		assertThat(this.browser.text("join-queue")).isEqualTo(go);

		this.browser.script("window.stayed = true");
		first.leave().expect(204);
		this.browser.until((driver) -> "turn".equals(this.browser.find("thread-strip").getAttribute("data-kind")));
		assertThat(this.browser.script("return window.stayed")).isEqualTo(true);
		assertThat(this.browser.text("thread-strip")).contains(turn).containsPattern("0\\d:\\d\\d");
		assertStrip("turn", turn);

		this.browser.click("thread-strip").at("/shows").click("show-link").at("/seats");
		new MemberJourney(this.browser).hold(24);
		String checkout = this.browser.path();
		this.browser.driver().navigate().back();
		this.browser.until((driver) -> "mine".equals(this.browser.find("seat-24").getAttribute("data-status")));
		assertStrip("hold", hold);
		this.browser.click("thread-strip").at(checkout);
	}

	private void assertStrip(String kind, String words) {
		for (String page : PAGES) {
			this.browser.go(page);
			assertThat(this.browser.find("thread-strip").getAttribute("data-kind")).as(page).isEqualTo(kind);
			assertThat(this.browser.text("thread-strip")).as(page).contains(words);
			Screen.forEach(this.browser,
					(screen) -> assertThat(this.browser.find("thread-strip").isDisplayed()).as("%s on %s", page, screen)
						.isTrue());
		}
	}

	@Test
	@ProvesRule(rule = "What has ended is not shown any more", guard = "clocks.js:remove", brokenBy = "leaving it out")
	void stripIsGoneWithinFiveSecondsOfItsEnd() {
		signUp();
		new MemberJourney(this.browser).join(this.show.concertId()).chooseDate(this.show.concertId()).hold(24);
		String id = this.browser.path().replaceAll(".*/reservations/([0-9a-f-]+).*", "$1");
		for (String row : new String[] { "seats set hold_until = # where reservation_id",
				"reservations set held_until = # where id" }) {
			this.jdbc.sql("update " + row.replace("#", "utc_timestamp(6) + interval 8 second") + " = ?")
				.param(id)
				.update();
		}
		this.browser.go("/me/wallet").find("thread-strip");
		Number end = (Number) this.browser
			.script("return Number(document.querySelector('[data-thread] time').dataset.ends)");

		this.browser.until((driver) -> this.browser.all("thread-strip").isEmpty());

		assertThat(((Number) this.browser.script("return Date.now()")).longValue()).isBetween(end.longValue() - 1_000,
				end.longValue() + 5_000);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	@ProvesRule(rule = "A visitor who joins is in line after the log-in", guard = "JoinAfterLoginStep.run",
			brokenBy = "returning nothing")
	void visitorWhoJoinsIsInLineAfterTheLogIn(boolean isNew) {
		if (!isNew) {
			signUp();
			this.browser.go("/").click("logout");
			this.browser.until((driver) -> this.browser.all("logout").isEmpty());
		}
		this.browser.go("/concerts/" + this.show.concertId()).click("join-queue").at("/login");
		if (isNew) {
			fillSignUp("/signup");
		}
		else {
			logIn();
		}
		this.browser.at("/concerts/" + this.show.concertId() + "/shows").find("show-link");
	}

	@Test
	void secondDeviceShowsWhatIsHeld() {
		signUp();
		new MemberJourney(this.browser).join(this.show.concertId()).chooseDate(this.show.concertId()).hold(24);
		String checkout = this.browser.path();
		Browser other = open().go("/login");
		other.type("login-username", this.username)
			.type("login-password", MemberJourney.PASSWORD)
			.click("login-submit")
			.find("logout");

		for (String page : PAGES) {
			other.go(page);
			assertThat(other.find("thread-strip").getAttribute("data-kind")).as(page).isEqualTo("order");
		}
		other.go("/concerts/" + this.show.concertId());
		assertThat(other.text("join-queue")).isEqualTo("Continue");
		other.click("thread-strip").at(checkout).click("charge-and-pay").find("payment-receipt");
		this.browser.go("/");
		assertThat(this.browser.all("thread-strip")).isEmpty();
	}

	@Test
	@ProvesRule(rule = "A log-in that has expired says so",
			guard = "PageLoginEntryPoint.determineUrlToUseForThisRequest", brokenBy = "leaving out the parameter")
	void expiredLogInSaysSoAndReturnsToTheSameSeats(@Autowired StringRedisTemplate redis) {
		this.browser.language("ko");
		signUp();
		new MemberJourney(this.browser).join(this.show.concertId()).chooseDate(this.show.concertId());
		this.browser.click("seat-24").click("seat-25");
		redis.delete(redis.keys("frontrow:session:*"));

		// the map may notice it by itself before the press
		this.browser.script("document.querySelector('[data-testid=hold-seats]')?.click()");
		this.browser.at("/login");
		assertThat(this.browser.text("login-ended")).contains("로그인 시간이 만료되었습니다");
		logIn();
		this.browser.at("/shows/" + this.show.id() + "/seats");
		assertThat(this.browser.find("seat-24").isSelected()).isTrue();
		assertThat(this.browser.find("seat-25").isSelected()).isTrue();
	}

	private void signUp() {
		this.browser.signUp(this.username, MemberJourney.PASSWORD, "김하늘");
	}

	private void fillSignUp(String page) {
		this.browser.go(page)
			.type("signup-username", this.username)
			.type("signup-password", MemberJourney.PASSWORD)
			.type("signup-display-name", "김하늘")
			.click("signup-submit");
	}

	private void logIn() {
		this.browser.type("login-username", this.username)
			.type("login-password", MemberJourney.PASSWORD)
			.click("login-submit");
	}

}
