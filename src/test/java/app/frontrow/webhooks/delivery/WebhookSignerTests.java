package app.frontrow.webhooks.delivery;

import java.util.Base64;

import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WebhookSignerTests {

	/** The example that the libraries of Standard Webhooks are tested with. */
	@Test
	@ProvesRule(rule = "A webhook is signed as Standard Webhooks has it", guard = "WebhookSigner.sign",
			brokenBy = "leaving out the time")
	void signatureIsThatOfTheSpecification() {
		byte[] secret = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

		assertThat(WebhookSigner.sign(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}"))
			.isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
	}

}
