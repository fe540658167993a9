package app.frontrow.push;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.StringUtils;

/**
 * Settings of Web Push. Without keys nothing is offered and nothing is sent.
 *
 * @param publicKey the VAPID public key, base64url of 65 bytes
 * @param privateKey the VAPID private key, base64url of 32 bytes
 * @param subject a {@code mailto:} or {@code https:} address where push services reach
 * the operator
 * @param services origins of the push services that this instance may call. A {@code *}
 * stands for any names in front of a domain
 */
@ConfigurationProperties("frontrow.push")
public record PushSettings(String publicKey, String privateKey, String subject, List<String> services) {

	public PushSettings {
		services = (services != null) ? List.copyOf(services) : List.of();
		if (StringUtils.hasText(publicKey) && !(StringUtils.hasText(privateKey) && StringUtils.hasText(subject))) {
			throw new IllegalArgumentException(
					"frontrow.push.public-key needs frontrow.push.private-key and frontrow.push.subject");
		}
	}

	/** Whether members can be called by Web Push. */
	public boolean isEnabled() {
		return StringUtils.hasText(this.publicKey);
	}

	/**
	 * Whether the address belongs to a known push service. A browser names the address,
	 * so without this check a member could make the instance call any server.
	 */
	boolean allows(String endpoint) {
		try {
			URI address = new URI(endpoint);
			return address.getHost() != null && address.getUserInfo() == null
					&& this.services.stream().anyMatch((service) -> matches(service, address));
		}
		catch (URISyntaxException malformed) {
			return false;
		}
	}

	private static boolean matches(String service, URI address) {
		String origin = address.getScheme() + "://" + address.getAuthority();
		int star = service.indexOf("*.");
		return (star < 0) ? origin.equals(service) : origin.startsWith(service.substring(0, star))
				&& address.getPort() < 0 && address.getHost().endsWith(service.substring(star + 1));
	}

}
