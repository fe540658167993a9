package app.frontrow.security.factor;

import java.util.List;

import org.springframework.security.core.Authentication;

/**
 * What a new factor gives.
 *
 * @param login the log-in, which has passed the second step with it
 * @param codes recovery codes to be shown once; empty if the former ones hold
 */
public record FactorChange(Authentication login, List<String> codes) {
}
