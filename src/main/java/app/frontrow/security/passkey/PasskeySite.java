package app.frontrow.security.passkey;

import java.net.URI;

/**
 * The site that a passkey belongs to. A browser uses a passkey for no other site.
 *
 * @param host for example {@code tickets.example}
 * @param origin for example {@code https://tickets.example}
 */
public record PasskeySite(String host, String origin) {

	/**
	 * Returns the site of an address.
	 * @param address the public address of the site
	 */
	public static PasskeySite of(String address) {
		URI site = URI.create(address);
		return new PasskeySite(site.getHost(),
				site.getScheme() + "://" + site.getHost() + ((site.getPort() != -1) ? ":" + site.getPort() : ""));
	}

}
