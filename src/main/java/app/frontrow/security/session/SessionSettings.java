package app.frontrow.security.session;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What the product says of sessions beyond what the platform does.
 *
 * @param lifetime a log-in ends so long after its beginning, however much it is used
 */
@Validated
@ConfigurationProperties("frontrow.session")
record SessionSettings(@NotNull Duration lifetime) {
}
