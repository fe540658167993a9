package app.frontrow.push;

import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.ProductTest;
import app.frontrow.push.PushServiceServer.Message;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.store.RetryingTransactionExecutor;
import app.frontrow.waitingroom.CalledMemberReader;
import com.interaso.webpush.VapidKeys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Members are called by a push service on loopback. The queue is paused until all wishes
 * are noted, so that the turn comes while nobody asks.
 */
class TurnCallIT extends ProductTest {

	private static final PushServiceServer PUSH_SERVICE = new PushServiceServer();

	private static final VapidKeys KEYS = VapidKeys.generate();

	private static final String PUBLIC_KEY = Base64.getUrlEncoder()
		.withoutPadding()
		.encodeToString(KEYS.getApplicationServerKey());

	@Autowired
	private TurnNoticeService notices;

	@Autowired
	private TurnNoticeRepository repository;

	@Autowired
	private CalledMemberReader calledMembers;

	@Autowired
	private TurnCallFactory calls;

	@Autowired
	private PushClient client;

	@Autowired
	private PushDataHolder data;

	@Autowired
	private RetryingTransactionExecutor transactions;

	private ApiClient office;

	private long concert;

	@DynamicPropertySource
	static void pushSettings(DynamicPropertyRegistry properties) {
		addPushSettings(properties, KEYS, PUSH_SERVICE);
	}

	static void addPushSettings(DynamicPropertyRegistry properties, VapidKeys keys, PushServiceServer service) {
		byte[] number = keys.getPrivateKey().getS().toByteArray();
		byte[] privateKey = new byte[32];
		int length = Math.min(32, number.length);
		System.arraycopy(number, number.length - length, privateKey, 32 - length, length);
		properties.add("frontrow.push.public-key",
				() -> Base64.getUrlEncoder().withoutPadding().encodeToString(keys.getApplicationServerKey()));
		properties.add("frontrow.push.private-key",
				() -> Base64.getUrlEncoder().withoutPadding().encodeToString(privateKey));
		properties.add("frontrow.push.subject", () -> "mailto:office@example.org");
		properties.add("frontrow.push.services", service::origin);
	}

	@AfterAll
	static void close() {
		PUSH_SERVICE.close();
	}

	@BeforeEach
	void pausedQueue() {
		PUSH_SERVICE.answerWith(201);
		this.jdbc.sql("delete from turn_notices").update();
		this.office = this.audience.admin();
		this.concert = ConcertFixture.onSale(this.office, 1);
		steer("PAUSED");
	}

	@Test
	@ProvesRule(rule = "A member with a closed page is called when it is their turn", guard = "TurnCallJob.callMembers",
			brokenBy = "leaving out the call of the client")
	void memberIsCalledOnceInTheirLanguage() {
		TestBrowser korean = waitingBrowser(Locale.KOREAN);
		TestBrowser english = waitingBrowser(Locale.ENGLISH);
		assertThat(PUSH_SERVICE.messagesOf(korean)).isEmpty();

		steer("OPEN");
		await().atMost(Duration.ofSeconds(10)).until(() -> !PUSH_SERVICE.messagesOf(korean).isEmpty());
		await().until(() -> noticesLeft() == 0);

		List<Message> messages = PUSH_SERVICE.messagesOf(korean);
		assertThat(messages).hasSize(1);
		assertThat(messages.get(0).text()).contains("예매하실 차례입니다", "/concerts/" + this.concert + "/queue");
		assertThat(messages.get(0).headers()).containsEntry("urgency", "high")
			.containsEntry("topic", "turn-" + this.concert);
		assertThat(PUSH_SERVICE.messagesOf(english).get(0).text()).contains("It is your turn");
		String[] vapid = messages.get(0).headers().get("authorization").split("[ =,]+");
		assertThat(vapid).hasSize(5).contains("vapid", PUBLIC_KEY);
		assertThat(TestBrowser.isSigned(vapid[2], PUBLIC_KEY)).isTrue();
	}

	@Test
	@ProvesRule(rule = "A member who has come in, or wants no call, is not called", guard = "PassReader.findUnclaimed",
			brokenBy = "returning all passes")
	void memberWhoIsInsideIsNotCalled() {
		TestBrowser browser = PUSH_SERVICE.newBrowser();
		steer("OPEN");
		ApiClient inside = this.audience.member().queue(this.concert);
		this.notices.request(id(inside), this.concert, browser.subscription(), Locale.KOREAN);

		assertThat(this.calledMembers.findCalled(this.concert)).doesNotContain(id(inside));
		this.notices.withdraw(id(inside), this.concert);
		assertThat(noticesLeft()).isZero();
		assertThat(PUSH_SERVICE.messagesOf(browser)).isEmpty();
	}

	@Test
	@ProvesRule(rule = "An instance that ends while it calls members loses no call",
			guard = "TurnNoticeRepository.claim", brokenBy = "deleting the wish instead of claiming it")
	void instancesThatEndWhileTheyCallLoseNoCall() {
		List<TestBrowser> browsers = IntStream.range(0, 50)
			.mapToObj((number) -> waitingBrowser(Locale.KOREAN))
			.toList();
		List<TurnNotice> open = this.repository.findUnclaimed(this.concert,
				this.jdbc.sql("select member_id from turn_notices")
					.query((row, number) -> UUID.fromString(row.getString(1)))
					.list());
		for (TurnNotice notice : open) {
			assertThat(this.transactions.run(() -> this.repository.claim(notice.id(), 6, 4))).isTrue();
			if (notice.id() % 2 == 0) {
				this.client.send(notice.subscription(), this.calls.createMessage(notice), "turn", Duration.ZERO).join();
			}
		}
		steer("OPEN");

		await().atMost(Duration.ofSeconds(30)).until(() -> noticesLeft() == 0);
		assertThat(open).hasSize(50);
		assertThat(browsers).allSatisfy((browser) -> assertThat(PUSH_SERVICE.messagesOf(browser)).isNotEmpty());
		for (TurnNotice notice : open) {
			List<Message> messages = PUSH_SERVICE.messages(URI.create(notice.subscription().endpoint()).getPath());
			assertThat(messages).hasSize((notice.id() % 2 == 0) ? 2 : 1);
			assertThat(messages).extracting(Message::text).as("have one tag").containsOnly(messages.get(0).text());
		}
	}

	@Test
	@ProvesRule(rule = "A browser that is unknown to the push service is forgotten", guard = "PushClient.Result.of",
			brokenBy = "answering FAILED")
	void unknownBrowserIsForgotten() {
		PUSH_SERVICE.answerWith(410);
		waitingBrowser(Locale.KOREAN);

		steer("OPEN");
		await().atMost(Duration.ofSeconds(10)).until(() -> noticesLeft() == 0);
	}

	@Test
	@ProvesRule(rule = "A member who goes is not called", guard = "PushDataHolder.erase", brokenBy = "deleting nothing")
	void memberSeesTheirCallsAndLeavesNone() {
		UUID member = UUID.randomUUID();
		PushSubscription browser = PUSH_SERVICE.newBrowser().subscription();
		this.notices.request(member, this.concert, browser, Locale.KOREAN);

		assertThat(this.data.export(member)).asString().contains(browser.endpoint());
		this.transactions.run(() -> {
			this.data.erase(member);
			return null;
		});
		assertThat(noticesLeft()).isZero();
	}

	@Test
	@ProvesRule(rule = "Only known push services are called", guard = "PushSettings.allows",
			brokenBy = "returning true")
	void otherServersAreNotCalled() {
		UUID member = UUID.randomUUID();
		PushSubscription known = PUSH_SERVICE.newBrowser().subscription();
		for (String endpoint : List.of("http://localhost:1/x", "https://fcm.googleapis.com.evil.example/x",
				PUSH_SERVICE.origin().replace("//", "//user@") + "/x", "file:///etc/passwd", "", "x y",
				PUSH_SERVICE.origin() + "0/x")) {
			assertThatExceptionOfType(InvalidInputException.class).as(endpoint)
				.isThrownBy(() -> this.notices.request(member, this.concert,
						new PushSubscription(endpoint, known.publicKey(), known.secret()), Locale.KOREAN));
		}
		assertThat(noticesLeft()).isZero();
	}

	/** Joins, and asks to be called. */
	private TestBrowser waitingBrowser(Locale language) {
		ApiClient member = this.audience.member();
		member.join(this.concert).expect(201);
		TestBrowser browser = PUSH_SERVICE.newBrowser();
		this.notices.request(id(member), this.concert, browser.subscription(), language);
		return browser;
	}

	private long noticesLeft() {
		return this.jdbc.sql("select count(*) from turn_notices").query(Long.class).single();
	}

	private void steer(String mode) {
		this.office
			.put("/api/v1/admin/concerts/" + this.concert + "/waiting-room",
					Map.of("capacity", 100, "admissionsPerSecond", 1000, "mode", mode))
			.expect(200);
	}

	private static UUID id(ApiClient member) {
		return UUID.fromString(member.get("/api/v1/members/me").text("id"));
	}

}
