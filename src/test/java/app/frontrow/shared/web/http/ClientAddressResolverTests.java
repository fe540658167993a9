package app.frontrow.shared.web.http;

import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import static org.assertj.core.api.Assertions.assertThat;

class ClientAddressResolverTests {

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	@AfterEach
	void noRequest() {
		RequestContextHolder.resetRequestAttributes();
	}

	@ParameterizedTest
	@CsvSource({ "203.0.113.7, 203.0.113.7", "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
			"2001:db8:1:2::ffff, 2001:db8:1:2:0:0:0:0/64", "2001:db8:1:3::1, 2001:db8:1:3:0:0:0:0/64",
			"::ffff:203.0.113.7, 203.0.113.7", "fe80::1%eth0, fe80:0:0:0:0:0:0:0/64", "::1, 0:0:0:0:0:0:0:0/64",
			"not:an:address, not:an:address", "localhost, localhost" })
	@ProvesRule(rule = "An IPv6 network counts as one address", guard = "ClientAddressResolver.NETWORK_BYTES",
			brokenBy = "setting it to 16")
	void addressesOfOneIpv6NetworkCountAsOne(String remote, String counted) {
		this.request.setRemoteAddr(remote);

		assertThat(ClientAddressResolver.resolve(this.request)).isEqualTo(counted);
	}

	@Test
	void headersOfTheVisitorAreIgnored() {
		this.request.setRemoteAddr("203.0.113.7");
		this.request.addHeader("X-Forwarded-For", "198.51.100.1");
		this.request.addHeader("Forwarded", "for=198.51.100.1");

		assertThat(ClientAddressResolver.resolve(this.request)).isEqualTo("203.0.113.7");
	}

	@Test
	void currentAddressIsThatOfTheCurrentRequest() {
		assertThat(ClientAddressResolver.resolveCurrent()).isEmpty();

		this.request.setRemoteAddr("203.0.113.7");
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(this.request));

		assertThat(ClientAddressResolver.resolveCurrent()).isEqualTo("203.0.113.7");
	}

}
