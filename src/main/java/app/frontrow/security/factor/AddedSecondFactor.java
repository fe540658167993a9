package app.frontrow.security.factor;

import java.util.List;

import org.springframework.security.core.Authentication;

/**
 * The result of adding a second factor.
 *
 * @param login the log-in, which has passed the second step with the new factor
 * @param codes new recovery codes to be shown once; empty if the former codes are still
 * valid
 */
public record AddedSecondFactor(Authentication login, List<String> codes) {
}
