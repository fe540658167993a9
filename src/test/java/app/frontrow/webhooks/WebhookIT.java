package app.frontrow.webhooks;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.PageClient;
import app.frontrow.journey.ProductTest;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.StaffRole;
import app.frontrow.webhooks.WebhookReceiver.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Programs on this machine are told of payments, refunds, changes and sold-out shows.
 */
@Tag("database")
class WebhookIT extends ProductTest {

	private static final String PATH = "/office/webhooks";

	private final WebhookReceiver receiver = new WebhookReceiver(200);

	private PageClient owner;

	private long concert;

	private ApiClient member;

	@BeforeEach
	void ownerAndBuyer() {
		String username = this.audience.staffAccount(StaffRole.OWNER, null);
		this.owner = PageClient.at(this.port);
		this.owner.logIn(username, "correct horse");
		await().until(() -> this.owner.get(PATH).statusCode() == 200);
		this.concert = ConcertFixture.onSale(this.programme, 1);
		this.member = this.audience.member().comeIn(this.concert);
		this.member.charge(1_000_000).expect(201);
	}

	@AfterEach
	void nobodyListens() {
		this.jdbc.sql("delete from webhook_endpoints").update();
		this.receiver.close();
	}

	@Test
	@ProvesRule(rule = "The secret of a webhook is encrypted", guard = "WebhookEndpointService.add",
			brokenBy = "storing it as it is")
	void paymentAndRefundAreToldWithAValidSignature() throws Exception {
		String secret = add(this.receiver);
		long show = this.member.firstShow(this.concert);
		String reservation = this.member.hold(show, 1, 2).expect(201).text("id");
		ApiClient poor = this.audience.member().comeIn(this.concert);
		String unpaid = poor.hold(show, 3).expect(201).text("id");
		poor.pay(unpaid).expectProblem(409, "insufficient-balance");
		this.member.pay(reservation).expect(201);
		this.member.cancel(reservation).expect(200);

		await().until(() -> this.receiver.about(reservation).size() == 2);
		List<Message> messages = this.receiver.about(reservation);
		assertThat(messages).extracting(Message::type).containsExactlyInAnyOrder("order.paid", "order.refunded");
		for (Message message : messages) {
			assertThat(message.signature()).isEqualTo(signature(secret, message));
			assertThat(message.body()).contains("\"seatNumbers\":[1,2]", "\"amount\":").doesNotContain("username");
		}
		assertThat(messages).extracting(Message::id).doesNotHaveDuplicates();
		assertThat(this.receiver.about(unpaid)).isEmpty();
		assertThat(stored(unpaid)).isZero();
		assertThat(this.jdbc.sql("select secret from webhook_endpoints").query(String.class).single())
			.doesNotContain(secret.substring(6));
		await().until(() -> this.owner.get(PATH).body().contains("answer xxx"));
		assertThat(this.owner.get(PATH).body()).doesNotContain(secret).contains("data-status=\"SENT\"");
	}

	@Test
	void brokenReceiversDelayNobody() {
		WebhookReceiver down = new WebhookReceiver(200);
		add(down);
		down.close();
		try (WebhookReceiver slow = new WebhookReceiver(0); WebhookReceiver failing = new WebhookReceiver(500)) {
			add(slow);
			add(failing);
			add(this.receiver);
			buy(1);
			buy(2);
			String last = buy(3);
			await().until(() -> this.receiver.about(last).size() == 1);
			assertThat(statusOf(slow, last)).isEqualTo("PENDING");
			await().until(() -> failing.about(last).size() >= 2);
			assertThat(failing.about(last)).extracting(Message::id).containsOnly(failing.about(last).get(0).id());
			failing.status = 204;
			await().until(() -> statusOf(failing, last).equals("SENT"));
			assertThat(statusOf(slow, last)).isEqualTo("PENDING");
			assertThat(statusOf(down, last)).isEqualTo("PENDING");
			assertThat(this.receiver.about(last)).hasSize(1);
		}
	}

	/** While no answer comes, the row is as an instance leaves it that is killed. */
	@Test
	void killedInstanceLosesNothing() {
		this.receiver.status = 0;
		add(this.receiver);
		String reservation = buy(1);
		await().until(() -> this.receiver.about(reservation).size() == 1);
		assertThat(statusOf(this.receiver, reservation)).isEqualTo("PENDING");
		this.receiver.status = 200;

		await().until(() -> this.receiver.about(reservation).size() == 2);
		await().until(() -> statusOf(this.receiver, reservation).equals("SENT"));
		assertThat(this.receiver.about(reservation).get(1).id())
			.isEqualTo(this.receiver.about(reservation).get(0).id());
	}

	@Test
	@ProvesRule(rule = "Webhooks tell nothing that was rolled back", guard = "WebhookOutboxService.add",
			brokenBy = "giving it a transaction of its own")
	void eventThatIsRolledBackIsNotTold(@Autowired WebhookOutboxService outbox,
			@Autowired TransactionTemplate transaction) {
		add(this.receiver);
		UUID reference = UUID.randomUUID();
		WebhookEvent event = new WebhookEvent(WebhookType.ORDER_PAID, reference, Map.of("id", reference.toString()));
		transaction.executeWithoutResult((status) -> {
			outbox.add(List.of(event));
			status.setRollbackOnly();
		});
		assertThat(stored(reference.toString())).isZero();
		transaction.executeWithoutResult((status) -> outbox.add(List.of(event)));
		await().until(() -> this.receiver.about(reference.toString()).size() == 1);
	}

	@Test
	@ProvesRule(rule = "Only the last seat tells that a show is sold out",
			guard = "WebhookDeliveryRepository.IF_SOLD_OUT", brokenBy = "leaving out seats_left")
	void lastSeatTellsThatTheShowIsSoldOut() {
		add(this.receiver);
		long show = this.member.firstShow(this.concert);
		this.jdbc.sql("update shows set seats_left = 2 where id = ?").param(show).update();
		String first = buy(1);
		await().until(() -> this.receiver.about(first).size() == 1);
		assertThat(soldOut(show)).isEmpty();
		String last = this.member.hold(show, 2).expect(201).text("id");
		this.member.pay(last).expect(201);
		await().until(() -> this.receiver.about(last).size() == 1 && soldOut(show).size() == 1);
		this.jdbc.sql("update shows set seats_left = 48 where id = ?").param(show).update();
	}

	@Test
	void changeOfAConcertIsTold() {
		add(this.receiver);
		ApiClient admin = this.audience.admin();
		String path = "/api/v1/concerts/" + this.concert;
		admin.put(path, admin.get("/api/v1/office/concerts/" + this.concert).json()).expect(200);
		await()
			.until(() -> !this.receiver.about("\"concertId\":" + this.concert + ",\"change\":\"changed\"").isEmpty());
	}

	@Test
	@ProvesRule(rule = "The staff can have a message sent again", guard = "WebhookDeliveryRepository.replay",
			brokenBy = "leaving out PENDING")
	void messageIsSentAgainByHand() {
		add(this.receiver);
		String reservation = buy(1);
		await().until(() -> statusOf(this.receiver, reservation).equals("SENT"));
		long id = this.jdbc.sql("select id from webhook_deliveries where payload like ?")
			.param("%" + reservation + "%")
			.query(Long.class)
			.single();
		this.owner.submit(PATH, PATH + "/messages/" + id + "/replay");
		await().until(() -> this.receiver.about(reservation).size() == 2);
		assertThat(this.receiver.about(reservation)).extracting(Message::id)
			.containsOnly(this.receiver.about(reservation).get(0).id());
		assertThat(this.owner.get("/office/trail?what=webhook-replayed").body()).contains("webhook-message:" + id);
	}

	@Test
	@ProvesRule(rule = "Only public addresses are taken for webhooks", guard = "WebhookAddressRules.require",
			brokenBy = "leaving out isAllowed")
	void onlyAllowedAddressesAreTaken() {
		for (String address : List.of("http://10.0.0.1/", "https://192.168.1.1/", "nonsense", "",
				"https://169.254.169.254/")) {
			assertThat(this.owner.submit(PATH, PATH, "address", address, "events", "ORDER_PAID").statusCode())
				.as(address)
				.isEqualTo(400);
		}
		assertThat(this.owner.submit(PATH, PATH, "address", this.receiver.address()).statusCode()).as("without events")
			.isEqualTo(400);
		assertThat(this.owner.submit(PATH, PATH, "address", this.receiver.address(), "events", "KING").statusCode())
			.isEqualTo(400);
		assertThat(this.jdbc.sql("select count(*) from webhook_endpoints").query(Long.class).single()).isZero();
	}

	@Test
	void removedProgramGetsNothingMore() {
		add(this.receiver);
		String id = this.jdbc.sql("select id from webhook_endpoints").query(String.class).single();
		this.owner.submit(PATH, PATH + "/" + id + "/remove");
		String reservation = buy(1);
		assertThat(stored(reservation)).isZero();
		assertThat(this.owner.post(PATH + "/" + id + "/remove", Map.of()).statusCode()).isEqualTo(403);
	}

	/** Adds the program for all events and returns its secret. */
	private String add(WebhookReceiver program) {
		Map<String, String> form = this.owner.filled(PATH, PATH, "address", program.address(), "events",
				"ORDER_PAID,ORDER_REFUNDED,SHOW_CHANGED,SHOW_SOLD_OUT");
		Matcher secret = Pattern.compile("value=\"(whsec_[^\"]+)\"").matcher(this.owner.post(PATH, form).body());
		assertThat(secret.find()).isTrue();
		return secret.group(1);
	}

	private String buy(int seat) {
		ApiClient buyer = this.audience.member().comeIn(this.concert);
		buyer.charge(1_000_000).expect(201);
		String reservation = buyer.hold(buyer.firstShow(this.concert), seat).expect(201).text("id");
		buyer.pay(reservation).expect(201);
		return reservation;
	}

	private List<Message> soldOut(long show) {
		return this.receiver.about("\"showId\":" + show)
			.stream()
			.filter((message) -> message.type().equals("show.sold-out"))
			.toList();
	}

	private String statusOf(WebhookReceiver program, String reservation) {
		return this.jdbc
			.sql("select d.status from webhook_deliveries d join webhook_endpoints e on e.id = d.endpoint_id"
					+ " where e.address = ? and d.type = 'order.paid' and d.payload like ?")
			.params(program.address(), "%" + reservation + "%")
			.query(String.class)
			.single();
	}

	private long stored(String text) {
		return this.jdbc.sql("select count(*) from webhook_deliveries where payload like ?")
			.param("%" + text + "%")
			.query(Long.class)
			.single();
	}

	private static String signature(String secret, Message message) throws Exception {
		Mac mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
		return "v1," + Base64.getEncoder()
			.encodeToString(mac.doFinal((message.id() + "." + message.timestamp() + "." + message.body())
				.getBytes(StandardCharsets.UTF_8)));
	}

}
