package app.frontrow.push;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import app.frontrow.journey.ConcertFixture;
import app.frontrow.push.PushServiceServer.Message;
import app.frontrow.shared.store.RetryingTransactionExecutor;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The connection to the push service breaks while notifications are sent.
 */
class LostConnectionIT extends NewsTest {

	private static final int KILLS = 50;

	@Autowired
	private RetryingTransactionExecutor transactions;

	@Test
	void fiftyBrokenConnectionsLoseNothing() {
		long concert = ConcertFixture.onSale(this.programme, 1);
		Map<UUID, UUID> wishes = new HashMap<>();
		List<TestBrowser> browsers = new ArrayList<>();
		for (int number = 0; number < KILLS; number++) {
			UUID member = UUID.randomUUID();
			browsers.add(browser(member, Locale.ENGLISH));
			wishes.put(member, addWish(member, concert));
		}

		PUSH_SERVICE.breakConnections(KILLS);
		this.transactions.run(() -> {
			wishes.forEach((member, wish) -> this.pushes.add("concert-news", member, wish));
			return null;
		});
		await().atMost(PATIENCE).until(() -> pushesLeft() == 0);

		assertThat(PUSH_SERVICE.connectionsToBreak()).as("connections that did not break").isZero();
		assertThat(browsers).allSatisfy((browser) -> assertThat(PUSH_SERVICE.messagesOf(browser)).isNotEmpty());
		List<List<Message>> twice = browsers.stream()
			.map(PUSH_SERVICE::messagesOf)
			.filter((messages) -> messages.size() > 1)
			.toList();
		assertThat(twice).as("only where the service had it before the connection broke").hasSize(KILLS / 2);
		assertThat(twice).allSatisfy((messages) -> {
			assertThat(messages).as("a browser shows both as one").hasSize(2);
			assertThat(messages.get(1).text()).isEqualTo(messages.get(0).text());
			assertThat(messages.get(1).headers().get("topic")).isEqualTo(messages.get(0).headers().get("topic"));
		});
	}

	private UUID addWish(UUID member, long concert) {
		UUID wish = UUID.randomUUID();
		this.jdbc
			.sql("insert into wishes (id, member_id, concert_id, kind, created_at, told_at)"
					+ " values (?, ?, ?, 'OPENING', utc_timestamp(6), utc_timestamp(6))")
			.params(wish.toString(), member.toString(), concert)
			.update();
		return wish;
	}

}
