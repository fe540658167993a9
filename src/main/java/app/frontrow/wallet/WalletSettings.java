package app.frontrow.wallet;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The bounds of a wallet, in won.
 *
 * @param maxCharge most that one top-up adds
 * @param maxBalance most that a balance can be
 */
@Validated
@ConfigurationProperties("frontrow.wallet")
public record WalletSettings(@Min(1) long maxCharge, @Min(1) long maxBalance) {
}
