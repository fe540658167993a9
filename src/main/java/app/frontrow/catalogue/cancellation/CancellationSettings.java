package app.frontrow.catalogue.cancellation;

import java.time.Duration;
import java.util.List;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The cancellation rules of concerts that have none of their own.
 *
 * @param rules such as {@code 10:0, 7:10, 0:90}: days before the show, and the percentage
 * of the price that is kept until then
 * @param grace how long after its purchase an order is cancelled without a fee
 */
@Validated
@ConfigurationProperties("frontrow.cancellation")
public record CancellationSettings(@NotNull String rules, @NotNull Duration grace) {

	/**
	 * Refuses rules that cannot be read, so the product does not start with them.
	 */
	public CancellationSettings {
		rules = CancellationRules.write(CancellationRules.sort(CancellationRules.parse(rules)));
	}

	/** Returns the rules, the earliest first. */
	public List<CancellationRule> defaultRules() {
		return CancellationRules.parse(this.rules);
	}

}
