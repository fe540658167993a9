package app.frontrow.shared.web.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Finds the client address that limits count. Behind a trusted proxy, Tomcat has already
 * replaced the proxy's address with the visitor's address. A visitor with IPv6 usually
 * owns a network of 2^64 addresses, so all addresses of such a network count as one.
 */
public final class ClientAddressResolver {

	private static final int NETWORK_BYTES = 8;

	private ClientAddressResolver() {
	}

	/**
	 * Returns the address that a request comes from.
	 */
	public static String resolve(HttpServletRequest request) {
		return network(request.getRemoteAddr());
	}

	/**
	 * Returns the address that the current request comes from; empty outside of requests.
	 */
	public static String resolveCurrent() {
		return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)
				? resolve(attributes.getRequest()) : "";
	}

	private static String network(@Nullable String address) {
		if (address == null || address.indexOf(':') < 0) {
			return String.valueOf(address);
		}
		try {
			// a text with a colon is never a host name, so this causes no DNS query
			InetAddress parsed = InetAddress.getByName(address.replaceFirst("%.*", ""));
			if (!(parsed instanceof Inet6Address)) {
				return parsed.getHostAddress();
			}
			byte[] network = Arrays.copyOf(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES), 16);
			return InetAddress.getByAddress(network).getHostAddress() + "/64";
		}
		catch (UnknownHostException malformed) {
			return address;
		}
	}

}
