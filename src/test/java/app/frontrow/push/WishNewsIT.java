package app.frontrow.push;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import app.frontrow.catalogue.concert.Show;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.PageClient;
import app.frontrow.members.data.MemberDataHolder;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.store.RetryingTransactionExecutor;
import app.frontrow.wishes.FavouriteService;
import app.frontrow.wishes.WishKind;
import app.frontrow.wishes.WishService;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Members are told by mail and Web Push when sales open or seats return, by servers on
 * loopback. Favourites stand beside.
 */
class WishNewsIT extends NewsTest {

	@Autowired
	private WishService wishes;

	@Autowired
	private FavouriteService favourites;

	@Autowired
	private List<MemberDataHolder> holders;

	@Autowired
	private RetryingTransactionExecutor transactions;

	@Test
	void openingIsToldOnceInTheLanguageOfEachReader() throws Exception {
		long concert = this.programme.register(ConcertFixture.draft(Instant.now().plusSeconds(4), 1));
		UUID member = memberWithMail("ko");
		TestBrowser korean = browser(member, Locale.KOREAN);
		TestBrowser english = browser(member, Locale.ENGLISH);
		assertThat(this.wishes.add(member, concert, WishKind.OPENING)).isTrue();
		assertThat(this.wishes.add(member, concert, WishKind.OPENING)).as("again").isTrue();
		assertThat(this.wishes.add(member, concert, WishKind.RETURNED)).as("not sold out").isFalse();

		await().atMost(PATIENCE).until(() -> mailsTo(member).size() == 1 && pushesLeft() == 0 && waiting() == 0);

		assertThat(mailsTo(member).get(0).getSubject()).startsWith("예매 시작: ");
		assertThat(PUSH_SERVICE.messagesOf(korean)).hasSize(1);
		assertThat(PUSH_SERVICE.messagesOf(korean).get(0).text()).contains("예매 시작", "/concerts/" + concert);
		assertThat(PUSH_SERVICE.messagesOf(english)).hasSize(1);
		assertThat(PUSH_SERVICE.messagesOf(english).get(0).text()).contains("Sales are open");
		assertThat(this.wishes.add(member, concert, WishKind.OPENING)).as("sales are open").isFalse();
	}

	@Test
	@ProvesRule(rule = "Who asked is told when a seat of a sold-out concert returns",
			guard = "WishFulfilmentJob.fulfil", brokenBy = "fulfilling only OPENING")
	void returnedSeatIsTold() throws Exception {
		Show show = ConcertFixture.showOnSale(this.programme, this.catalogue);
		List<ApiClient> buyers = this.audience.comeIn(this.audience.members(13), show.concertId());
		List<String> orders = new ArrayList<>();
		for (int buyer = 0; buyer < 13; buyer++) {
			Integer[] seats = IntStream.rangeClosed(buyer * 4 + 1, Math.min(50, buyer * 4 + 4))
				.boxed()
				.toArray(Integer[]::new);
			buyers.get(buyer).charge(1_000_000);
			String order = buyers.get(buyer).hold(show.id(), seats).expect(201).text("id");
			buyers.get(buyer).pay(order).expect(201);
			orders.add(order);
		}
		UUID member = memberWithMail("en");
		await().atMost(PATIENCE).until(() -> this.wishes.add(member, show.concertId(), WishKind.RETURNED));
		assertThat(mailsTo(member)).isEmpty();

		buyers.get(3).cancel(orders.get(3)).expect(200);

		await().atMost(PATIENCE).until(() -> mailsTo(member).size() == 1);
		assertThat(mailsTo(member).get(0).getSubject()).startsWith("Seats are back: ");
		await().during(Duration.ofSeconds(3)).until(() -> mailsTo(member).size() == 1);
	}

	@Test
	@ProvesRule(rule = "An instance that ends while it fulfils wishes loses none and doubles none",
			guard = "WishFulfilmentJob.tell", brokenBy = "ending the wish in a transaction of its own")
	void fiftyKillsLoseNothingAndDoubleNothing() {
		long concert = this.programme.register(ConcertFixture.draft(Instant.now().plusSeconds(6), 1));
		List<UUID> members = new ArrayList<>();
		for (int number = 0; number < 50; number++) {
			UUID member = memberWithMail("en");
			browser(member, Locale.ENGLISH);
			this.wishes.add(member, concert, WishKind.OPENING);
			members.add(member);
		}
		this.jdbc
			.sql("create trigger kill_wish before insert on push_outbox for each row"
					+ " if mod(new.browser_id, 2) = 0 then signal sqlstate '45000'; end if")
			.update();
		try {
			await().atMost(PATIENCE).until(() -> waiting() == 25);
			await().atMost(PATIENCE)
				.during(Duration.ofSeconds(5))
				.until(() -> waiting() == 25 && count("mail_outbox where kind = 'concert-news'") == 25);
		}
		finally {
			this.jdbc.sql("drop trigger kill_wish").update();
		}

		await().atMost(PATIENCE).until(() -> waiting() == 0 && pushesLeft() == 0);
		assertThat(members).allSatisfy((member) -> {
			assertThat(count("mail_outbox where kind = 'concert-news' and member_id = '" + member + "'")).isOne();
			assertThat(count("wishes where told_at is not null and member_id = '" + member + "'")).isOne();
		});
	}

	@Test
	@ProvesRule(rule = "An instance that ends while it sends notifications loses none",
			guard = "PushOutboxRepository.findDue", brokenBy = "leaving out claims that are over")
	void claimedNotificationIsSentAgain() throws Exception {
		long concert = ConcertFixture.onSale(this.programme, 1);
		UUID member = memberWithMail("en");
		TestBrowser browser = browser(member, Locale.ENGLISH);
		UUID wish = UUID.randomUUID();
		this.jdbc
			.sql("insert into wishes (id, member_id, concert_id, kind, created_at, told_at)"
					+ " values (?, ?, ?, 'OPENING', utc_timestamp(6), utc_timestamp(6))")
			.params(wish.toString(), member.toString(), concert)
			.update();
		this.jdbc
			.sql("insert into push_outbox (kind, reference, browser_id, member_id, created_at, claimed_until, attempts)"
					+ " select 'concert-news', ?, id, member_id, utc_timestamp(6), utc_timestamp(6) + interval 3 second, 1"
					+ " from push_browsers where member_id = ?")
			.params(wish.toString(), member.toString())
			.update();
		assertThat(PUSH_SERVICE.messagesOf(browser)).isEmpty();

		await().atMost(PATIENCE).until(() -> pushesLeft() == 0);
		assertThat(PUSH_SERVICE.messagesOf(browser)).hasSize(1);

		PUSH_SERVICE.answerWith(410);
		this.transactions.run(() -> {
			this.pushes.add("concert-news", member, wish);
			return null;
		});
		await().atMost(PATIENCE).until(() -> pushesLeft() == 0);
		assertThat(count("push_browsers")).as("an unknown browser is forgotten").isZero();
	}

	@Test
	@ProvesRule(rule = "Favourites and wishes are exported, and nothing of them is left of a deleted account",
			guard = "WishDataHolder.erase", brokenBy = "deleting nothing")
	void favouritesAndWishesAreButtonsAndDataOfTheMember() {
		long concert = this.programme.register(ConcertFixture.draft(Instant.now().plusSeconds(600), 1));
		PageClient fan = PageClient.at(this.port).signUpAndLogIn();
		String page = "/concerts/" + concert;
		fan.submit(page, page + "/favourite");
		fan.submit(page, page + "/favourite");
		HttpResponse<String> wished = fan.submit(page, page + "/wishes/opening");
		assertThat(PageClient.location(wished)).isEqualTo(page);
		assertThat(fan.get(page).body()).contains(
				"data-testid=\"notify-opening\" value=\"false\" aria-pressed=\"true\"",
				"data-testid=\"favourite\" value=\"false\" aria-pressed=\"true\"");
		assertThat(fan.get("/me/favourites").body()).contains("data-id=\"" + concert + "\"");
		assertThat(fan.get("/me/account/export").body()).contains("\"favourites\":[" + concert + "]", "OPENING");
		UUID member = UUID.fromString(this.jdbc.sql("select member_id from favourites where concert_id = ?")
			.param(concert)
			.query(String.class)
			.single());

		fan.submit(page, page + "/wishes/opening", "wanted", "false");
		fan.submit(page, page + "/favourite", "marked", "false");
		assertThat(fan.get("/me/favourites").body()).doesNotContain("data-id=\"" + concert + "\"");
		assertThat(waiting()).isZero();
		assertThat(fan.submit(page, page + "/wishes/opening", "endpoint", "https://evil.example/x").statusCode())
			.isEqualTo(302);
		assertThat(waiting()).as("a browser that cannot be one").isZero();
		assertThat(fan
			.post(page + "/wishes/anything",
					Map.of("_csrf", PageClient.form(fan.get(page), page + "/favourite").get("_csrf")))
			.statusCode()).isEqualTo(404);

		this.favourites.mark(member, concert, true);
		this.wishes.add(member, concert, WishKind.OPENING);
		this.transactions.run(() -> {
			this.holders.forEach((holder) -> holder.erase(member));
			return null;
		});
		assertThat(count("favourites where member_id = '" + member + "'")).isZero();
		assertThat(count("wishes where member_id = '" + member + "'")).isZero();
	}

}
