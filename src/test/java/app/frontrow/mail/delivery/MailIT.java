package app.frontrow.mail.delivery;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import app.frontrow.catalogue.concert.Show;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.PageClient;
import app.frontrow.journey.ProductTest;
import app.frontrow.mail.MailOutboxService;
import app.frontrow.mail.delivery.MailServerConfiguration.Killed;
import app.frontrow.mail.delivery.MailServerConfiguration.MortalMailSender;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.store.RetryingTransactionExecutor;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Mails from their event to a mail server.
 */
@Tag("database")
@Import(MailServerConfiguration.class)
@TestPropertySource(properties = { "frontrow.mail.retry-after=1s", "frontrow.mail.site=https://tickets.example" })
class MailIT extends ProductTest {

	private static final String PASSWORD = "correct horse";

	private static final int KILLS = 50;

	private static final Pattern LINK = Pattern.compile("https://tickets\\.example(/\\S+)");

	@Autowired
	private GreenMail server;

	@Autowired
	private MortalMailSender sender;

	@Autowired
	private MailSendingJob job;

	@Autowired
	private MailOutboxService outbox;

	@Autowired
	private RetryingTransactionExecutor transactions;

	private String username;

	private String address;

	private PageClient browser;

	@BeforeEach
	void newMember() {
		this.username = "m" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
		this.address = this.username + "@mail.example";
		this.browser = PageClient.at(this.port);
		this.browser.submit("/signup", "/signup", "username", this.username, "password", PASSWORD, "displayName",
				"Kim");
	}

	@Test
	@ProvesRule(rule = "An address gets no mail but its confirmation before it is confirmed",
			guard = "MailOutboxRepository.addForConfirmedAddress", brokenBy = "leaving out confirmed_at")
	void memberConfirmsTheAddressAndGetsReceiptAndCancellation() throws Exception {
		this.browser.submit("/", "/language", "language", "ko");
		saveAddress();
		buy();
		String confirm = link(await("이메일 주소를 확인해 주세요"));
		confirm(confirm);
		assertThat(text(await("Frontrow에 오신 것을 환영합니다"), "text/plain")).contains("확인했습니다");
		assertThat(this.browser.submit(confirm, "/email/confirm").statusCode()).as("used").isEqualTo(302);
		assertThat(this.browser.get("/").body()).contains("이미 사용했거나");

		String reservation = buy();
		MimeMessage receipt = await("예매 완료");
		String number = bookingNumber(reservation);
		for (String type : List.of("text/plain", "text/html")) {
			assertThat(text(receipt, type)).as(type)
				.contains(number, "₩150,000", "1열 7번", ticketCode(reservation),
						"https://tickets.example/reservations/" + reservation);
		}
		assertThat(receipt.getHeader("Message-ID")).containsExactly("<receipt." + reservation + "@tickets.example>");
		assertThat(receipt.getHeader("Auto-Submitted")).containsExactly("auto-generated");
		ApiClient.at(this.port)
			.logIn(this.username, PASSWORD)
			.delete("/api/v1/reservations/" + reservation)
			.expect(200);
		assertThat(text(await("예매 취소"), "text/plain")).contains(number, "₩150,000");

		assertThat(received()).as("nothing of the first purchase").hasSize(4);
		await(() -> this.browser.get("/me/account").body().contains("data-status=\"SENT\""));
		assertThat(this.browser.get("/me/account").body()).contains("확인된 주소입니다");
	}

	@Test
	@ProvesRule(rule = "A link for a new password works once", guard = "PasswordResetRepository.use",
			brokenBy = "not deleting the row")
	@ProvesRule(rule = "A request for a new password tells nobody which names exist",
			guard = "PasswordResetLinkService.request", brokenBy = "looking the member up there")
	void forgottenPasswordIsReplacedByALink() throws Exception {
		saveAddress();
		confirm(link(await("Confirm your mail address")));
		await("Welcome to Frontrow");
		String known = requestReset(this.username);
		assertThat(requestReset("nobody-" + this.username.substring(0, 8))).isEqualTo(known).contains("on its way");
		String link = link(await("Set a new password"));

		assertThat(reset(link, "short").statusCode()).isEqualTo(400);
		assertThat(reset(link.replaceAll("..$", "xx"), "battery staple").statusCode()).isEqualTo(400);
		assertThat(reset(link, "battery staple").statusCode()).isEqualTo(302);
		assertThat(reset(link, "battery staple again").body()).contains("older than 30 minutes");
		assertThat(this.browser.get("/me/account").statusCode()).as("logged out").isEqualTo(302);
		ApiClient.at(this.port).logIn(this.username, "battery staple").get("/api/v1/wallet").expect(200);
		assertThat(received()).hasSize(3);
	}

	@Test
	@ProvesRule(rule = "A link for a new password ends after 30 minutes", guard = "PasswordResetRepository.USABLE",
			brokenBy = "leaving out ends_at")
	void oldLinkSetsNoPassword() throws Exception {
		saveAddress();
		confirm(link(await("Confirm your mail address")));
		requestReset(this.username);
		String link = link(await("Set a new password"));
		this.jdbc.sql("update password_resets set ends_at = utc_timestamp(6) where username = ?")
			.param(this.username)
			.update();

		assertThat(reset(link, "battery staple").statusCode()).isEqualTo(400);
	}

	@Test
	@ProvesRule(rule = "A mail is sent although its sender was killed", guard = "MailSendingJob.sendOnce",
			brokenBy = "marking it as sent before it is handed over")
	@ProvesRule(rule = "A mail that is sent twice has one Message-ID", guard = "MailDispatcher.send",
			brokenBy = "leaving out the header")
	void noMailIsLostByFiftyKills() throws Exception {
		List<String> members = new ArrayList<>();
		this.sender.die(KILLS);
		for (int mail = 0; mail < KILLS; mail++) {
			members.add(memberWithMail());
		}

		int kills = 0;
		Instant end = Instant.now().plus(Duration.ofMinutes(2));
		while (pending() > 0 && Instant.now().isBefore(end)) {
			kills += (catchThrowableOfType(Killed.class, this.job::send) != null) ? 1 : 0;
			sleep();
		}

		assertThat(this.sender.deathsLeft()).as("kills that did not happen").isZero();
		assertThat(kills).isPositive();
		List<String> ids = new ArrayList<>();
		for (MimeMessage message : this.server.getReceivedMessages()) {
			ids.add(message.getMessageID());
		}
		ids.removeIf((id) -> members.stream().noneMatch(id::contains));
		assertThat(new HashSet<>(ids)).as("none is lost").hasSize(KILLS);
		assertThat(ids).as("twice only where the kill came after the server had it")
			.hasSizeLessThanOrEqualTo(KILLS * 3 / 2);
	}

	@Test
	void giftAndExchangeAreMailed() throws Exception {
		this.browser.submit("/", "/language", "language", "ko");
		saveAddress();
		confirm(link(await("이메일 주소를 확인해 주세요")));
		Show show = ConcertFixture.showOnSale(this.programme, this.catalogue);
		ApiClient owner = this.audience.admin();
		String order = owner
			.post("/api/v1/office/shows/" + show.id() + "/complimentary",
					Map.of("seatNumbers", List.of(7), "username", this.username, "reason", "Guests"))
			.expect(201)
			.text("/order/id");
		String old = ticketCode(order);
		assertThat(text(await("초대권이 발급되었습니다"), "text/plain")).contains("1열 7번", old, bookingNumber(order));

		owner.post("/api/v1/office/orders/" + order + "/reseat", Map.of("from", 7, "to", 50, "reason", "Broken"))
			.expect(200);

		String moved = text(await("좌석이 변경되었습니다"), "text/plain");
		assertThat(moved).contains("7번 좌석을 50번 좌석으로", "5열 50번", ticketCode(order)).doesNotContain(old);
	}

	private String memberWithMail() {
		UUID member = UUID.randomUUID();
		this.jdbc
			.sql("insert into mail_addresses (member_id, address, language, confirmed_at)"
					+ " values (?, ?, 'en', utc_timestamp(6))")
			.params(member.toString(), member + "@mail.example")
			.update();
		this.transactions.run(() -> {
			this.outbox.add("welcome", member, member);
			return null;
		});
		return member.toString();
	}

	private long pending() {
		return this.books.count("mail_outbox where status = 'PENDING'");
	}

	private void saveAddress() {
		this.browser.submit("/me/account", "/me/account/email", "email", this.address);
	}

	private void confirm(String link) {
		assertThat(this.browser.submit(link, "/email/confirm").statusCode()).isEqualTo(302);
	}

	private String requestReset(String name) {
		PageClient visitor = PageClient.at(this.port);
		HttpResponse<String> answer = visitor.submit("/reset", "/reset", "username", name);
		assertThat(answer.statusCode()).isEqualTo(302);
		return visitor.get("/reset").body().replaceAll("value=\"[^\"]*\"|data-now=\"\\d+\"", "");
	}

	private HttpResponse<String> reset(String link, String password) {
		return PageClient.at(this.port).submit(link, "/reset/link", "newPassword", password);
	}

	private String buy() {
		var show = ConcertFixture.showOnSale(this.programme, this.catalogue);
		ApiClient inside = ApiClient.at(this.port).logIn(this.username, PASSWORD).comeIn(show.concertId());
		inside.charge(150_000);
		String reservation = inside.hold(show.id(), 7).expect(201).json().get("id").asString();
		inside.pay(reservation).expect(201);
		return reservation;
	}

	private String bookingNumber(String reservation) {
		return this.jdbc
			.sql("select concat(left(booking_number, 4), '-', right(booking_number, 4)) from reservations where id = ?")
			.param(reservation)
			.query(String.class)
			.single();
	}

	private String ticketCode(String reservation) {
		return this.jdbc
			.sql("select code from tickets t join payments p on p.id = t.payment_id where p.reservation_id = ?"
					+ " and not t.void")
			.param(reservation)
			.query(String.class)
			.single();
	}

	private String link(MimeMessage mail) throws Exception {
		Matcher link = LINK.matcher(text(mail, "text/plain"));
		assertThat(link.find()).isTrue();
		return link.group(1);
	}

	/** The mail to this member whose subject begins so. */
	private MimeMessage await(String subject) {
		return await(
				() -> received().stream().filter((mail) -> subject(mail).startsWith(subject)).findFirst().orElse(null));
	}

	private List<MimeMessage> received() {
		return Stream.of(this.server.getReceivedMessages()).filter(this::isToMember).toList();
	}

	private boolean isToMember(MimeMessage mail) {
		try {
			return Arrays.toString(mail.getAllRecipients()).contains(this.address);
		}
		catch (MessagingException unreadable) {
			throw new IllegalStateException(unreadable);
		}
	}

	private static String subject(MimeMessage mail) {
		try {
			return mail.getSubject();
		}
		catch (MessagingException unreadable) {
			throw new IllegalStateException(unreadable);
		}
	}

	private static <T> T await(Supplier<T> condition) {
		Instant end = Instant.now().plus(Duration.ofSeconds(30));
		T found = condition.get();
		while ((found == null || Boolean.FALSE.equals(found)) && Instant.now().isBefore(end)) {
			sleep();
			found = condition.get();
		}
		assertThat(found).as("waited for").isNotNull().isNotEqualTo(false);
		return found;
	}

	private static void sleep() {
		try {
			Thread.sleep(50);
		}
		catch (InterruptedException ending) {
			throw new IllegalStateException(ending);
		}
	}

	private static String text(Part part, String type) throws MessagingException, IOException {
		if (part.isMimeType(type)) {
			return (String) part.getContent();
		}
		if (part.getContent() instanceof Multipart parts) {
			for (int i = 0; i < parts.getCount(); i++) {
				BodyPart each = parts.getBodyPart(i);
				String found = text(each, type);
				if (found != null) {
					return found;
				}
			}
		}
		return null;
	}

}
