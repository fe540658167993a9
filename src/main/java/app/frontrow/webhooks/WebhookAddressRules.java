package app.frontrow.webhooks;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.stream.IntStream;

import app.frontrow.shared.error.InvalidInputException;

import org.springframework.stereotype.Component;

/**
 * Decides which addresses webhooks may call: public ones, over TLS. So nobody can use the
 * product to reach programs inside the operator's network. A host name is looked up again
 * before each call, because it may have another address by then.
 */
@Component
public class WebhookAddressRules {

	private static final int MAX_LENGTH = 500;

	private final boolean loopback;

	WebhookAddressRules(WebhookSettings settings) {
		this.loopback = settings.loopback();
	}

	/**
	 * Requires an address that may be called.
	 * @throws InvalidInputException if it is no such address ({@code address})
	 */
	void require(String typed) {
		URI address;
		try {
			address = URI.create(typed);
		}
		catch (IllegalArgumentException malformed) {
			throw new InvalidInputException("address", "webhook-address");
		}
		if (typed.length() > MAX_LENGTH || address.getHost() == null || address.getRawUserInfo() != null
				|| address.getRawFragment() != null) {
			throw new InvalidInputException("address", "webhook-address");
		}
		if (!isAllowed(address)) {
			throw new InvalidInputException("address", "webhook-address-private");
		}
	}

	/** Returns whether the address may be called now. This looks the host name up. */
	public boolean isAllowed(URI address) {
		boolean tls = "https".equalsIgnoreCase(address.getScheme());
		try {
			InetAddress[] found = InetAddress.getAllByName(address.getHost());
			boolean here = this.loopback && Arrays.stream(found).allMatch(InetAddress::isLoopbackAddress);
			return here ? (tls || "http".equalsIgnoreCase(address.getScheme()))
					: (tls && Arrays.stream(found).allMatch(WebhookAddressRules::isPublic));
		}
		catch (UnknownHostException unknown) {
			return false;
		}
	}

	/**
	 * Returns whether an address is outside the registries of special-purpose addresses
	 * (RFC 6890).
	 */
	static boolean isPublic(InetAddress address) {
		if (address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress()
				|| address.isSiteLocalAddress() || address.isMulticastAddress()) {
			return false;
		}
		int[] octets = IntStream.range(0, address.getAddress().length)
			.map((index) -> address.getAddress()[index] & 0xff)
			.toArray();
		return (address instanceof Inet4Address) ? isPublic4(octets[0], octets[1], octets[2])
				: isPublic6(octets[0] << 8 | octets[1], octets[2] << 8 | octets[3]);
	}

	private static boolean isPublic4(int first, int second, int third) {
		boolean shared = first == 100 && second >= 64 && second < 128;
		boolean protocols = first == 192 && second == 0 && (third == 0 || third == 2);
		boolean benchmarks = first == 198 && (second == 18 || second == 19);
		boolean examples = (first == 198 && second == 51 && third == 100)
				|| (first == 203 && second == 0 && third == 113);
		return first != 0 && first < 240 && !shared && !protocols && !benchmarks && !examples;
	}

	/**
	 * Allows global unicast IPv6 addresses (2000::/3) except tunnels to IPv4 (2002::/16),
	 * special purposes (2001::/23) and addresses of documentation (2001:db8::/32).
	 */
	private static boolean isPublic6(int first, int second) {
		boolean special = first == 0x2001 && (second < 0x200 || second == 0xdb8);
		return first >= 0x2000 && first < 0x4000 && first != 0x2002 && !special;
	}

}
