package app.frontrow.security.session;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of sessions, in addition to those of Spring.
 *
 * @param lifetime a session ends this long after the log-in, even if it is in use
 */
@Validated
@ConfigurationProperties("frontrow.session")
record SessionSettings(@NotNull Duration lifetime) {
}
