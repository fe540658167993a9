package app.frontrow.waitingroom.token;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import app.frontrow.RunningProduct;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.KeyRing;
import app.frontrow.shared.MasterKey;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Queue tokens while the key of the installation is changed.
 */
class KeyRotationTests {

	private static final String OLD = RunningProduct.TOKEN_KEY;

	private static final String NEW = "bmV3LWtleS1mb3ItdGVzdHMtbmV3LWtleS1mb3ItdGVzdHM=";

	private static final Instant END = Instant.parse("2030-05-03T00:00:00Z");

	private static final QueueTicket TICKET = new QueueTicket(42,
			UUID.fromString("7b5ba7c7-9b4f-4c4e-8f3c-1f0c1f0c1f0c"), 1_234, Instant.ofEpochSecond(1_900_000_000));

	private final Clock clock = mock();

	@Test
	void oneKeySignsWithoutAName() {
		assertThat(header(signer(OLD).sign(TICKET))).isEqualTo("{\"alg\":\"HS256\"}");
	}

	@Test
	void severalKeysAreNamed() {
		assertThat(header(signer(NEW, OLD).sign(TICKET))).contains("\"kid\":\"" + new MasterKey(NEW).id() + "\"");
	}

	@Test
	@ProvesRule(rule = "A token of a former key is valid while that key is accepted",
			guard = "QueueTicketSigner.findSigningKey", brokenBy = "asking the first key only")
	void everyInstanceReadsEveryTokenDuringTheChange() {
		List<QueueTicketSigner> instances = List.of(signer(OLD), signer(OLD, NEW), signer(NEW, OLD));
		for (QueueTicketSigner reader : instances.subList(1, 3)) {
			instances.forEach((writer) -> assertThat(reader.read(writer.sign(TICKET))).isEqualTo(TICKET));
		}
		// an instance that has not heard of the change, and one that has heard only of
		// its first step
		assertThat(signer(OLD).read(signer(OLD, NEW).sign(TICKET))).isEqualTo(TICKET);
	}

	@Test
	void removedKeyIsRefused() {
		QueueTicketSigner after = signer(NEW);

		assertInvalid(after, signer(OLD).sign(TICKET));
		assertInvalid(after, signer(OLD, NEW).sign(TICKET));
		assertThat(after.read(signer(NEW, OLD).sign(TICKET))).isEqualTo(TICKET);
	}

	@Test
	@ProvesRule(rule = "A token of a key whose end is over is refused, also if it was read before",
			guard = "QueueTicketSigner.read", brokenBy = "leaving out isOver")
	void keyIsRefusedAfterItsEnd() {
		given(this.clock.instant()).willReturn(END.minusSeconds(1));
		QueueTicketSigner signer = new QueueTicketSigner(new KeyRing(NEW, List.of(OLD + "@" + END)), this.clock);
		String token = signer(OLD).sign(TICKET);
		assertThat(signer.read(token)).isEqualTo(TICKET);

		given(this.clock.instant()).willReturn(END);

		assertInvalid(signer, token);
		assertInvalid(signer, signer(OLD, NEW).sign(TICKET));
		assertThat(signer.read(signer.sign(TICKET))).isEqualTo(TICKET);
	}

	@Test
	void nameOfAnotherKeyIsRefused() {
		QueueTicketSigner signer = signer(NEW, OLD);
		String token = signer.sign(TICKET);
		String forged = encode(header(token).replace(new MasterKey(NEW).id(), new MasterKey(OLD).id()))
				+ token.substring(token.indexOf('.'));

		assertInvalid(signer, forged);
	}

	private static void assertInvalid(QueueTicketSigner signer, String token) {
		assertThatThrownBy(() -> signer.read(token)).isInstanceOf(QueueTokenInvalidException.class);
	}

	private static String header(String token) {
		return new String(Base64.getUrlDecoder().decode(token.split("\\.")[0]), StandardCharsets.UTF_8);
	}

	private static String encode(String text) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	private static QueueTicketSigner signer(String key, String... accepted) {
		return new QueueTicketSigner(new KeyRing(key, List.of(accepted)), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
	}

}
