package app.frontrow.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.frontrow.catalogue.concert.Show;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.rules.ProvesRule;
import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * Every page keeps to WCAG 2.2 AA in both themes, names everything in both languages, and
 * fits the narrowest screen. A page template that is not looked at here makes this fail.
 */
class EveryPageE2EIT extends BrowserTest {

	private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");

	@Autowired
	private WebApplicationContext context;

	@Test
	@ProvesRule(rule = "Text has enough contrast", guard = "frontrow.css:.result-count",
			brokenBy = "giving it a pale colour")
	@ProvesRule(rule = "The name of a button contains its visible words", guard = "orders/_ticket.html:enlarge-hint",
			brokenBy = "giving the link around it an aria-label without these words")
	@ProvesRule(rule = "No page scrolls sideways at 320 px", guard = "frontrow.css:.result-count",
			brokenBy = "making it 30 rem wide")
	@ProvesRule(rule = "A page does not move aside while it grows", guard = "frontrow.css:scrollbar-gutter",
			brokenBy = "leaving it out")
	@ProvesRule(rule = "Every page template is looked at", brokenBy = "adding another page template")
	@ProvesRule(rule = "Only the demo has the style guide", guard = "StyleguideConfiguration",
			brokenBy = "making it a @Configuration")
	void everyPageMeetsWcag() throws Exception {
		Browser browser = open();
		PageCheck check = new PageCheck(browser);
		TicketOfficeClient office = new TicketOfficeClient(this.audience.admin());
		Show show = ConcertFixture.showOnSale(this.programme, this.catalogue);
		long upcoming = this.programme.register(ConcertFixture.draft(Instant.now().plus(Duration.ofMinutes(20)), 2));

		visitor(browser, check, show.concertId(), upcoming);
		MemberJourney fan = new MemberJourney(browser).signUpByForm();
		browser.at("/recovery-codes").find("recovery-codes");
		check.look("members/recovery-codes", "en");
		waitingRoom(browser, check, fan, office, upcoming);
		booking(browser, check, fan, show);
		errors(browser, check);
		books(browser, check, office, show);

		assertThat(check.faults()).isEmpty();
		assertThat(check.heaviest()).as("bytes, so they were counted").isGreaterThan(20_000);
		assertThat(check.seen()).containsAll(pageTemplates());
	}

	private static void visitor(Browser browser, PageCheck check, long concert, long upcoming) {
		check.open("concerts/list", "/")
			.open("concerts/list", "/?q=" + UUID.randomUUID())
			.open("concerts/detail", "/concerts/" + concert)
			.open("concerts/detail", "/concerts/" + upcoming)
			.open("queue/draw", "/concerts/" + upcoming + "/draw")
			.open("concerts/calendar", "/calendar?month=" + YearMonth.now().plusMonths(1))
			.open("concerts/calendar", "/calendar?month=nothing")
			.open("site/text", "/help")
			.open("site/text", "/terms")
			.open("site/text", "/privacy")
			.open("members/signup", "/signup")
			.open("members/login", "/login")
			.open("members/reset-request", "/reset")
			.open("members/reset-code", "/reset/code")
			.open("members/reset-link", "/reset/link?token=x")
			.open("members/confirm-email", "/email/confirm?token=x")
			.open("error/404", "/styleguide");
		assertThat(browser.find("error-code").getAttribute("textContent")).as("the style guide is the demo's alone")
			.contains("not-found");
		browser.go("/login").type("login-username", "nobody").click("login-submit").find("error-code");
		check.look("members/login", "ko");
		browser.language("en").go("/signup").type("signup-username", "?").click("signup-submit").find("error-code");
		check.look("members/signup", "en");
		browser.language("ko").go("/reset/code").click("reset-submit").find("error-code");
		check.look("members/reset-code", "ko");
		browser.language("en");
	}

	private void waitingRoom(Browser browser, PageCheck check, MemberJourney fan, TicketOfficeClient office,
			long upcoming) {
		check.open("queue/queue", "/concerts/" + upcoming + "/queue");
		fan.join(upcoming);
		check.open("queue/queue", "/concerts/" + upcoming + "/queue");
		long paused = ConcertFixture.onSale(this.programme, 1);
		office.shut(paused);
		fan.join(paused);
		browser.at("/queue").find("queue-position");
		check.open("queue/queue", "/concerts/" + paused + "/queue");
	}

	private static void booking(Browser browser, PageCheck check, MemberJourney fan, Show show) {
		fan.join(show.concertId()).chooseDate(show.concertId());
		check.open("seats/shows", "/concerts/" + show.concertId() + "/shows")
			.open("seats/seats", "/shows/" + show.id() + "/seats");
		fan.hold(1);
		String released = browser.path();
		check.open("orders/order", released);
		browser.click("cancel-reservation").find("flash");
		check.open("orders/order", released);
		browser.go("/shows/" + show.id() + "/seats");
		browser.go("/concerts/" + show.concertId()).click("favourite").find("flash");
		check.look("concerts/detail", "ko");
		browser.go("/shows/" + show.id() + "/seats");
		fan.hold(7);
		String order = browser.path();
		browser.type("charge-amount", "200000").click("charge-submit");
		browser.until((driver) -> browser.text("balance").equals("₩200,000"));
		browser.click("pay").find("payment-receipt");
		check.open("orders/order", order)
			.open("orders/ticket", order + "/tickets/7")
			.open("orders/receipt", order + "/receipt")
			.open("orders/list", "/me/reservations")
			.open("orders/cancellation", order + "/cancellation?tickets=7")
			.open("wallet/wallet", "/me/wallet")
			.open("members/account", "/me/account")
			.open("wishes/favourites", "/me/favourites")
			.open("error/410", "/shows/" + show.id() + "/seats")
			.open("error/403", "/admin/reconciliation");
		browser.go("/me/wallet").type("charge-amount", "-1").click("charge-submit").find("error-code");
		check.look("wallet/wallet", "ko");
		browser.go("/me/account").click("change-password").find("error-code");
		check.look("members/account", "ko");
	}

	/** Rare errors are rendered for their status and put into the browser. */
	private void errors(Browser browser, PageCheck check) throws Exception {
		for (int status : new int[] { 400, 429, 500, 503 }) {
			for (String language : List.of("en", "ko")) {
				String page = MockMvcBuilders.webAppContextSetup(this.context)
					.build()
					.perform(get("/error").requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
						.requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/")
						.header("Accept-Language", language)
						.accept(MediaType.TEXT_HTML))
					.andReturn()
					.getResponse()
					.getContentAsString();
				browser.go("/");
				browser.script("document.open(); document.write(arguments[0]); document.close();", page);
				browser.find("error-code");
				check.look("error/" + ((status == 400) ? "refused" : status), language);
			}
		}
	}

	private static void books(Browser browser, PageCheck check, TicketOfficeClient office, Show show) {
		long concert = show.concertId();
		browser.logIn(office.username(), MemberJourney.PASSWORD);
		String order = browser.go("/office/orders").find("order-row").getAttribute("data-id");
		check.open("office/reconciliation", "/admin/reconciliation")
			.open("office/concerts", "/office")
			.open("office/concert-form", "/office/concerts/new")
			.open("office/concert-form", "/office/concerts/" + concert + "/edit")
			.open("office/copy", "/office/concerts/" + concert + "/copy")
			.open("office/preview", "/office/concerts/" + concert + "/preview")
			.open("office/board", "/office/concerts/" + concert)
			.open("office/exports", "/office/exports")
			.open("office/orders", "/office/orders")
			.open("office/order", "/office/orders/" + order)
			.open("office/reseat", "/office/orders/" + order + "/reseat")
			.open("office/shows", "/office/concerts/" + concert + "/shows")
			.open("office/seats", "/office/shows/" + show.id() + "/seats")
			.open("office/show-change", "/office/shows/" + show.id() + "/move")
			.open("office/staff", "/office/staff")
			.open("office/texts", "/office/texts")
			.open("office/text", "/office/texts/help/ko")
			.open("office/trail", "/office/trail")
			.open("office/security", "/office/security")
			.open("office/webhooks", "/office/webhooks");
		browser.language("en").type("webhook-address", "http://10.0.0.1/").click("webhook-add").find("error-code");
		check.look("office/webhooks", "en");
		browser.go("/office/concerts/new")
			.type("concert-title", "")
			.script("document.querySelectorAll('details').forEach((part) => { part.open = true; });");
		browser.type("concert-second-title", "Night")
			.type("visit-doors", "soon")
			.click("concert-save")
			.find("error-code");
		check.look("office/concert-form", "en");
		browser.go("/office/concerts/" + concert + "/copy").click("copy-save").find("error-code");
		check.look("office/copy", "en");
		browser.language("en").go("/office/staff").click("staff-invite").find("staff-invite-link");
		String invitation = browser.find("staff-invite-link").getAttribute("value");
		check.look("office/staff", "en");
		browser.go("/office/staff").type("staff-username", "nobody").click("staff-invite").find("error-code");
		check.look("office/staff", "en");
		check.open("office/invitation", invitation);
		String seats = "/office/shows/" + show.id() + "/seats";
		browser.language("en").go(seats).click("seats-block").find("error-code");
		check.look("office/seats", "en");
		browser.go(seats).click("seat-20").type("reason", "Camera").click("seats-block").find("flash");
		check.look("office/seats", "en");
	}

	/** The templates that are a page, and not a part of one. */
	private static Set<String> pageTemplates() throws IOException {
		try (Stream<Path> files = Files.walk(TEMPLATES)) {
			return files.filter((file) -> file.toString().endsWith(".html"))
				.filter((file) -> !file.startsWith(TEMPLATES.resolve("layout")))
				.filter(EveryPageE2EIT::isPage)
				.map((file) -> TEMPLATES.relativize(file).toString().replace('\\', '/').replace(".html", ""))
				.collect(Collectors.toSet());
		}
	}

	private static boolean isPage(Path template) {
		try {
			return Files.readString(template).matches("(?s).*~\\{layout/(page|problem) :: .*");
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

}
