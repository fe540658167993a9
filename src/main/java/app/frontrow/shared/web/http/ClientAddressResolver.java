package app.frontrow.shared.web.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Whom limits by address mean. Behind a proxy the server has put the visitor's address in
 * place of the proxy's, if that proxy is trusted. Whoever has one IPv6 address has the
 * 2^64 of its network, so they count as one.
 */
public final class ClientAddressResolver {

	private static final int NETWORK_BYTES = 8;

	private ClientAddressResolver() {
	}

	/**
	 * The address that a request comes from.
	 */
	public static String resolve(HttpServletRequest request) {
		return network(request.getRemoteAddr());
	}

	/**
	 * The address that the request at work comes from; empty outside of requests.
	 */
	public static String resolveCurrent() {
		return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)
				? resolve(attributes.getRequest()) : "";
	}

	private static String network(String address) {
		if (address == null || address.indexOf(':') < 0) {
			return String.valueOf(address);
		}
		try {
			// no name has a colon, so none is looked up
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
