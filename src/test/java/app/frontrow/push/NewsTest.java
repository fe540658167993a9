package app.frontrow.push;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;

import app.frontrow.journey.ProductTest;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.interaso.webpush.VapidKeys;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A test of news that a mail server and a push service on loopback receive. The servers
 * run until the tests end, because the classes share one context.
 */
@Tag("database")
abstract class NewsTest extends ProductTest {

	static final Duration PATIENCE = Duration.ofSeconds(30);

	static final PushServiceServer PUSH_SERVICE = new PushServiceServer();

	static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

	@Autowired
	protected PushOutboxService pushes;

	@DynamicPropertySource
	static void servers(DynamicPropertyRegistry properties) {
		TurnCallIT.addPushSettings(properties, VapidKeys.generate(), PUSH_SERVICE);
		MAIL.start();
		properties.add("spring.mail.host", () -> "127.0.0.1");
		properties.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
		properties.add("frontrow.mail.site", () -> "https://tickets.example");
		properties.add("frontrow.mail.retry-after", () -> "1s");
	}

	@BeforeEach
	void noWishes() {
		PUSH_SERVICE.answerWith(201);
		for (String table : List.of("wishes", "push_outbox", "push_browsers", "mail_outbox")) {
			this.jdbc.sql("delete from " + table).update();
		}
	}

	final UUID memberWithMail(String language) {
		UUID member = UUID.randomUUID();
		this.jdbc
			.sql("insert into mail_addresses (member_id, address, language, confirmed_at)"
					+ " values (?, ?, ?, utc_timestamp(6))")
			.params(member.toString(), member + "@mail.example", language)
			.update();
		return member;
	}

	final TestBrowser browser(UUID member, Locale language) {
		TestBrowser browser = PUSH_SERVICE.newBrowser();
		this.pushes.addBrowser(member, browser.subscription(), language);
		return browser;
	}

	static List<MimeMessage> mailsTo(UUID member) {
		return Arrays.stream(MAIL.getReceivedMessages()).filter((mail) -> isTo(mail, member)).toList();
	}

	static boolean isTo(MimeMessage mail, UUID member) {
		return read(() -> Arrays.toString(mail.getAllRecipients())).contains(member.toString());
	}

	static <T> T read(Callable<T> part) {
		try {
			return part.call();
		}
		catch (Exception unreadable) {
			throw new IllegalStateException(unreadable);
		}
	}

	final long waiting() {
		return count("wishes where waiting = 1");
	}

	final long pushesLeft() {
		return count("push_outbox");
	}

	final long count(String rows) {
		return this.jdbc.sql("select count(*) from " + rows).query(Long.class).single();
	}

}
