package app.frontrow.mail;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Mail of this site. There is mail only if {@code spring.mail.host} names a server.
 *
 * @param site the address of the site, for links; never taken from a request. It is
 * required if there is a mail server
 * @param from the sender
 * @param retryAfter pause before the second try; each later one is twice as long. It must
 * be longer than one try can take
 * @param attempts after this many tries a mail is given up
 */
@Validated
@ConfigurationProperties("frontrow.mail")
public record MailSettings(@Nullable URI site, @NotNull String from, @NotNull Duration retryAfter,
		@Min(1) int attempts) {

	/**
	 * The address of the site.
	 * @throws NullPointerException if it is not set, so there is no mail server
	 */
	public URI requireSite() {
		return Objects.requireNonNull(this.site, "frontrow.mail.site");
	}

	/** An address of the site. */
	public String link(String path) {
		return requireSite().toString().replaceAll("/$", "") + path;
	}

}
