package app.frontrow.push;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import app.frontrow.catalogue.concert.ConcertDraft;
import app.frontrow.catalogue.concert.ConcertTranslation;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.catalogue.concert.VisitDetails;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.PageClient;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.web.page.PageDateFormatter;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Mails about a changed show and about a turn, each in the language of its reader.
 */
class BookingNewsIT extends NewsTest {

	private static final ConcertDraft PLAIN = ConcertFixture.draft(Instant.now().minusSeconds(60), 1);

	@Autowired
	private TurnNoticeService turns;

	@Autowired
	private PageDateFormatter dates;

	@Test
	@ProvesRule(rule = "Buyers are told once when title or venue of their show change", guard = "ShowChangeListener",
			brokenBy = "comparing nothing")
	void buyersAreToldWhatHasChanged() throws Exception {
		ConcertDraft draft = detailed("Old Hall");
		long concert = this.programme.register(draft);
		Show show = this.catalogue.findShows(concert).get(0);
		List<ApiClient> buyers = this.audience.comeIn(this.audience.members(2), concert);
		addAddress(buyers.get(0), "en");
		addAddress(buyers.get(1), "ko");
		for (int buyer = 0; buyer < 2; buyer++) {
			buyers.get(buyer).charge(200_000);
			buyers.get(buyer).pay(buyers.get(buyer).hold(show.id(), buyer + 1).expect(201).text("id")).expect(201);
		}
		ApiClient undecided = this.audience.member().comeIn(concert);
		addAddress(undecided, "en");
		undecided.hold(show.id(), 50).expect(201);

		this.programme.change(concert, detailed("New Hall"), List.of());
		this.programme.change(concert, detailed("New Hall"), List.of());

		await().atMost(PATIENCE).until(() -> mails(buyers.get(0)).size() == 2 && mails(buyers.get(1)).size() == 2);
		MimeMessage english = mails(buyers.get(0)).get(1);
		assertThat(english.getSubject()).isEqualTo("Changed: Moonlight");
		assertThat(text(english)).contains("New Hall", "Before", "Old Hall", "7 Harbour Street", "Doors open at");
		MimeMessage korean = mails(buyers.get(1)).get(1);
		assertThat(korean.getSubject()).isEqualTo("공연 정보 변경: 달빛");
		assertThat(text(korean)).contains("New Hall", "변경 전", "Old Hall");
		assertThat(mails(undecided)).as("nothing is paid").isEmpty();
		assertThat(this.jdbc
			.sql("select count(*) from show_changes c join reservations r on r.id = c.reservation_id"
					+ " where r.concert_id = ?")
			.param(concert)
			.query(Long.class)
			.single()).as("the same again is no change").isEqualTo(2);
	}

	@Test
	void buyersAreToldOfEachMove() throws Exception {
		long concert = this.programme.register(detailed("Old Hall"));
		Show show = this.catalogue.findShows(concert).get(0);
		ApiClient buyer = this.audience.member().comeIn(concert);
		addAddress(buyer, "en");
		buyer.charge(200_000);
		buyer.pay(buyer.hold(show.id(), 1).expect(201).text("id")).expect(201);
		await().atMost(PATIENCE).until(() -> mails(buyer).size() == 1);
		List<Instant> dates = IntStream.rangeClosed(0, 2)
			.mapToObj((weeks) -> show.startsAt().truncatedTo(ChronoUnit.MINUTES).plus(7 * weeks, ChronoUnit.DAYS))
			.toList();

		for (int move = 1; move <= 2; move++) {
			int expected = move + 1;
			ApiClient office = this.audience.admin();
			String job = office
				.post("/api/v1/office/shows/" + show.id() + "/move",
						Map.of("startsAt", dates.get(move), "refundUntil", dates.get(0), "reason", "Storm"))
				.expect(202)
				.text("id");
			await().atMost(PATIENCE)
				.until(() -> office.get("/api/v1/office/jobs/" + job).text("status").equals("DONE"));
			await().atMost(PATIENCE).until(() -> mails(buyer).size() == expected);
			assertThat(mails(buyer).get(move).getSubject()).isEqualTo("New date: Moonlight");
			assertThat(text(mails(buyer).get(move)).replaceAll("\\s+", " ")).contains("Show: " + full(dates.get(move)),
					"Previous date: " + full(dates.get(move - 1)), "Full refund until: " + full(dates.get(0)));
		}
	}

	private String full(Instant date) {
		LocaleContextHolder.setLocale(Locale.ENGLISH);
		try {
			return this.dates.full(date);
		}
		finally {
			LocaleContextHolder.resetLocaleContext();
		}
	}

	@Test
	void ticketsAndCalendarKnowDoorsEndAndAddress() {
		long concert = this.programme.register(detailed("Old Hall"));
		Show show = this.catalogue.findShows(concert).get(0);
		ApiClient buyer = this.audience.member().comeIn(concert);
		buyer.charge(200_000);
		String order = buyer.hold(show.id(), 1).expect(201).text("id");
		buyer.pay(order).expect(201);
		PageClient browser = PageClient.at(this.port);
		browser.logIn(buyer.get("/api/v1/members/me").text("username"), "correct horse");

		assertThat(browser.get("/reservations/" + order).body()).contains("7 Harbour Street", "Doors open at",
				"Ends at about", "Moonlight");
		String file = browser.get("/reservations/" + order + "/calendar.ics").body().replace("\r\n ", "");
		assertThat(file).contains("SUMMARY:Moonlight", "LOCATION:Old Hall\\, 7 Harbour Street", "DTEND:",
				"Doors open at");
	}

	@Test
	@ProvesRule(rule = "Who asked for it gets one mail when it is their turn", guard = "TurnCallJob.writeMail",
			brokenBy = "writing no mail")
	void memberIsCalledByMail() throws Exception {
		ApiClient office = this.audience.admin();
		long concert = ConcertFixture.onSale(this.programme, 1);
		steer(office, concert, "PAUSED");
		ApiClient waiting = this.audience.member();
		addAddress(waiting, "ko");
		waiting.join(concert).expect(201);
		this.turns.requestMail(id(waiting), concert, Locale.KOREAN);
		assertThat(this.turns.isMailRequested(id(waiting), concert)).isTrue();
		ApiClient changedMind = this.audience.member();
		addAddress(changedMind, "ko");
		changedMind.join(concert).expect(201);
		this.turns.requestMail(id(changedMind), concert, Locale.KOREAN);
		this.turns.withdrawMail(id(changedMind), concert);

		steer(office, concert, "OPEN");

		await().atMost(PATIENCE).until(() -> mails(waiting).size() == 1);
		assertThat(mails(waiting).get(0).getSubject()).startsWith("예매하실 차례입니다");
		assertThat(text(mails(waiting).get(0))).contains("https://tickets.example/concerts/" + concert + "/queue");
		assertThat(mails(changedMind)).isEmpty();
		assertThat(this.turns.isMailRequested(id(waiting), concert)).isFalse();
	}

	private static ConcertDraft detailed(String venue) {
		return new ConcertDraft("달빛", PLAIN.artist(), venue, "", PLAIN.salesOpenAt(), PLAIN.shows(), PLAIN.prices(),
				new ConcertTranslation("en", "Moonlight", null, null, null),
				new VisitDetails("7 Harbour Street", null, 60, 120, null, null));
	}

	private void addAddress(ApiClient member, String language) {
		this.jdbc
			.sql("insert into mail_addresses (member_id, address, language, confirmed_at)"
					+ " values (?, ?, ?, utc_timestamp(6))")
			.params(id(member).toString(), id(member) + "@mail.example", language)
			.update();
	}

	private static List<MimeMessage> mails(ApiClient member) {
		return mailsTo(id(member));
	}

	/** The text and the HTML together. */
	private static String text(Part part) throws MessagingException, IOException {
		if (!(part.getContent() instanceof Multipart parts)) {
			return part.getContent().toString();
		}
		StringBuilder all = new StringBuilder();
		for (int i = 0; i < parts.getCount(); i++) {
			all.append(text(parts.getBodyPart(i)));
		}
		return all.toString();
	}

	private static void steer(ApiClient office, long concert, String mode) {
		office
			.put("/api/v1/admin/concerts/" + concert + "/waiting-room",
					Map.of("capacity", 100, "admissionsPerSecond", 1000, "mode", mode))
			.expect(200);
	}

	private static UUID id(ApiClient member) {
		return UUID.fromString(member.get("/api/v1/members/me").text("id"));
	}

}
