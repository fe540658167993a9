package app.frontrow.waitingroom.token;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import app.frontrow.RunningProduct;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.KeyRing;
import app.frontrow.shared.MasterKey;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class QueueTicketSignerTests {

	private static final String OTHER_KEY = Base64.getEncoder().encodeToString(new byte[32]);

	private static final QueueTicket TICKET = new QueueTicket(42,
			UUID.fromString("7b5ba7c7-9b4f-4c4e-8f3c-1f0c1f0c1f0c"), 1_234, Instant.ofEpochSecond(1_900_000_000));

	private final QueueTicketSigner signer = signer(RunningProduct.TOKEN_KEY);

	@Test
	void tokenIsReadAsItWasSigned() {
		assertThat(this.signer.read(this.signer.sign(TICKET))).isEqualTo(TICKET);
	}

	@Test
	void tokenIsVerifiedOnceAndForgedOnesStayRefused() {
		String token = this.signer.sign(TICKET);
		String forged = token.substring(0, token.length() - 2) + "AA";

		assertThat(this.signer.read(token)).isSameAs(this.signer.read(token));
		assertInvalid(forged);
		assertInvalid(forged);
	}

	@Test
	void everyInstanceMakesTheSameToken() {
		assertThat(this.signer.sign(TICKET)).isEqualTo(signer(RunningProduct.TOKEN_KEY).sign(TICKET));
	}

	@Test
	void tokenDoesNotDependOnTheLocale() {
		String token = this.signer.sign(TICKET);
		Locale before = Locale.getDefault();
		try {
			Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
			assertThat(this.signer.sign(TICKET)).isEqualTo(token);
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@Test
	void payloadContainsMemberConcertNumberAndTime() {
		String payload = new String(Base64.getUrlDecoder().decode(this.signer.sign(TICKET).split("\\.")[1]),
				StandardCharsets.UTF_8);

		JsonMapper json = new JsonMapper();
		assertThat(json.readTree(payload)).isEqualTo(json.readTree("""
				{"sub": "7b5ba7c7-9b4f-4c4e-8f3c-1f0c1f0c1f0c", "concert": 42, "seq": 1234, "iat": 1900000000}"""));
	}

	@Test
	void everyEditedCharacterIsNoticed() {
		String token = this.signer.sign(TICKET);
		for (int i = 0; i < token.length(); i++) {
			for (char other : "AB-_=~ ".toCharArray()) {
				if (other != token.charAt(i)) {
					assertInvalid(token.substring(0, i) + other + token.substring(i + 1));
				}
			}
		}
	}

	@Test
	@ProvesRule(rule = "A queue token has exactly one form", guard = "QueueTicketSigner.verify",
			brokenBy = "leaving out the comparison with sign")
	void lastLetterOfTheSignatureHasOneForm() {
		String token = this.signer.sign(TICKET);
		String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
		long valid = letters.chars()
			.filter((letter) -> isValid(token.substring(0, token.length() - 1) + (char) letter))
			.count();

		assertThat(valid).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "=", "==", "~", ".", "A", " ", "\n" })
	void appendedTextIsRefused(String more) {
		String token = this.signer.sign(TICKET);

		assertInvalid(token + more);
		assertInvalid(more + token);
		assertInvalid(token.replaceFirst("\\.", more + "."));
	}

	@Test
	void editedPayloadIsRefused() {
		String[] parts = this.signer.sign(TICKET).split("\\.");
		String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);

		assertInvalid(parts[0] + "." + encode(payload.replace("1234", "1")) + "." + parts[2]);
	}

	@Test
	void tokenOfAnotherKeyIsRefused() {
		assertInvalid(signer(OTHER_KEY).sign(TICKET));
	}

	@Test
	void tokenWithoutSignatureIsRefused() {
		String payload = this.signer.sign(TICKET).split("\\.")[1];

		assertInvalid(encode("{\"alg\":\"none\"}") + "." + payload + ".");
		assertInvalid(encode("{\"alg\":\"HS256\"}") + "." + payload + ".");
		assertInvalid(encode("{\"alg\":\"none\"}") + "." + payload + "." + this.signer.sign(TICKET).split("\\.")[2]);
	}

	@Test
	void everyTruncationIsRefused() {
		String token = this.signer.sign(TICKET);
		for (int length = 0; length < token.length(); length++) {
			assertInvalid(token.substring(0, length));
		}
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", ".", "..", "...", "null", "a.b.c", "은하수.은하수.은하수", "🎫", "\0", "{}", "e30.e30.e30" })
	void garbageIsRefused(String token) {
		assertInvalid(token);
	}

	@Test
	void longTextIsRefusedWithoutParsing() {
		String token = this.signer.sign(TICKET);

		assertInvalid(token + "A".repeat(1_025 - token.length()));
		assertInvalid("A".repeat(10_000_000));
	}

	/** Signed with our key, but for something else than a place in a queue. */
	static Stream<String> otherPayloadWithAValidSignatureIsRefused() {
		return Stream.of("{}", "[]", "null", "text", "{\"sub\":1,\"concert\":1,\"seq\":1,\"iat\":1}",
				"{\"sub\":\"mina\",\"concert\":1,\"seq\":1,\"iat\":1}",
				"{\"sub\":\"7b5ba7c7-9b4f-4c4e-8f3c-1f0c1f0c1f0c\",\"concert\":\"1\",\"seq\":1,\"iat\":1}");
	}

	@ParameterizedTest
	@MethodSource
	void otherPayloadWithAValidSignatureIsRefused(String payload) throws JOSEException {
		JWSObject token = new JWSObject(new JWSHeader(JWSAlgorithm.HS256), new Payload(payload));
		token.sign(new MACSigner(new MasterKey(RunningProduct.TOKEN_KEY).derive("frontrow queue token")));

		assertInvalid(token.serialize());
	}

	/** Signed by hand: the library refuses to sign so with a key of 256 bits. */
	@Test
	void otherAlgorithmIsRefused() throws Exception {
		byte[] key = new MasterKey(RunningProduct.TOKEN_KEY).derive("frontrow queue token");
		String payload = this.signer.sign(TICKET).split("\\.")[1];
		String signed = encode("{\"alg\":\"HS512\"}") + "." + payload;
		Mac mac = Mac.getInstance("HmacSHA512");
		mac.init(new SecretKeySpec(key, "HmacSHA512"));

		assertInvalid(signed + "."
				+ Base64.getUrlEncoder()
					.withoutPadding()
					.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII))));
	}

	@Test
	@ProvesRule(rule = "The product's key itself signs nothing", guard = "QueueTicketSigner",
			brokenBy = "using the key of the product")
	void masterKeyItselfSignsNoToken() throws Exception {
		JWSObject token = JWSObject.parse(this.signer.sign(TICKET));
		JWSObject forged = new JWSObject(token.getHeader(), token.getPayload());
		forged.sign(new MACSigner(Base64.getDecoder().decode(RunningProduct.TOKEN_KEY)));

		assertInvalid(forged.serialize());
	}

	private boolean isValid(String token) {
		try {
			return this.signer.read(token) != null;
		}
		catch (QueueTokenInvalidException invalid) {
			return false;
		}
	}

	private void assertInvalid(String token) {
		assertThatThrownBy(() -> this.signer.read(token)).isInstanceOf(QueueTokenInvalidException.class);
	}

	private static String encode(String text) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	static QueueTicketSigner signer(String key) {
		return new QueueTicketSigner(KeyRing.of(key), Clock.systemUTC());
	}

}
