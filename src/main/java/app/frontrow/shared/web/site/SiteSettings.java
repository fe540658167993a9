package app.frontrow.shared.web.site;

import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the site.
 *
 * @param address the public address without a path, for example
 * {@code https://tickets.example}; null to use the address of each request
 */
@Validated
@ConfigurationProperties("frontrow.site")
public record SiteSettings(@Pattern(regexp = "https?://[^/]+") @Nullable String address) {
}
