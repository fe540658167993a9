package app.frontrow.security.factor;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the second step.
 *
 * @param required whether all staff must have a second factor; those who have one are
 * always asked for it
 */
@ConfigurationProperties("frontrow.second-factor")
public record SecondFactorSettings(boolean required) {
}
