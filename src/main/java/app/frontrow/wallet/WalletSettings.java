package app.frontrow.wallet;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of a wallet, in won.
 *
 * @param maxCharge limit of one top-up
 * @param maxBalance limit of a balance
 */
@Validated
@ConfigurationProperties("frontrow.wallet")
public record WalletSettings(@Min(1) long maxCharge, @Min(1) long maxBalance) {
}
