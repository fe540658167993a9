package app.frontrow.webhooks;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;

import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WebhookAddressRulesTests {

	private final WebhookAddressRules rules = rules(false);

	@ParameterizedTest
	@ValueSource(strings = { "http://93.184.216.34/", "https://127.0.0.1/", "https://[::1]/", "https://10.1.2.3/hook",
			"https://172.30.84.2:8080/", "https://192.168.0.1/", "https://169.254.169.254/latest/meta-data",
			"https://100.64.0.1/", "https://0.0.0.0/", "https://[fd00::1]/", "https://[fe80::1]/",
			"https://2130706433/", "https://[::ffff:10.0.0.1]/", "https://[64:ff9b::a00:1]/", "https://[2002:a00:1::]/",
			"https://nowhere.invalid/" })
	@ProvesRule(rule = "Webhooks call no address inside a network", guard = "WebhookAddressRules.isPublic",
			brokenBy = "leaving out isSiteLocalAddress")
	@ProvesRule(rule = "Webhooks call no tunnel to an address of IPv4", guard = "WebhookAddressRules.isPublic6",
			brokenBy = "leaving out 2002")
	@ProvesRule(rule = "Webhooks are sent over TLS", guard = "WebhookAddressRules.isAllowed",
			brokenBy = "leaving out tls")
	void addressInsideANetworkIsRefused(String address) {
		assertThat(this.rules.isAllowed(URI.create(address))).isFalse();
		assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> this.rules.require(address));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "hook", "https://", "https://user:secret@93.184.216.34/", "https://93.184.216.34/#a",
			"https://a b/", "ftp://93.184.216.34/", "file:///etc/passwd" })
	@ProvesRule(rule = "The address of a webhook has no password", guard = "WebhookAddressRules.require",
			brokenBy = "leaving out the user")
	void addressOfAnotherFormIsRefused(String address) {
		assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> this.rules.require(address));
	}

	@Test
	void publicAddressIsAllowed() throws UnknownHostException {
		this.rules.require("https://93.184.216.34/hook?a=b");
		assertThat(WebhookAddressRules.isPublic(InetAddress.getByName("2001:4860:4860::8888"))).isTrue();
		assertThat(WebhookAddressRules.isPublic(InetAddress.getByName("8.8.8.8"))).isTrue();
	}

	@Test
	@ProvesRule(rule = "Webhooks call programs of this machine only by a setting",
			guard = "WebhookAddressRules.isAllowed", brokenBy = "leaving out loopback")
	void loopbackIsAllowedByASettingOnly() {
		assertThat(rules(true).isAllowed(URI.create("http://127.0.0.1:8080/"))).isTrue();
		assertThat(rules(true).isAllowed(URI.create("http://10.0.0.1/"))).isFalse();
		assertThat(rules(true).isAllowed(URI.create("http://93.184.216.34/"))).isFalse();
	}

	private static WebhookAddressRules rules(boolean loopback) {
		return new WebhookAddressRules(new WebhookSettings(Duration.ofSeconds(1), Duration.ofSeconds(2), 3, loopback));
	}

}
