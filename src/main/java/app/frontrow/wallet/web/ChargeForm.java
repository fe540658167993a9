package app.frontrow.wallet.web;

import java.util.UUID;

/**
 * A top-up as the form sends it.
 *
 * @param amount in won
 * @param returnTo the reservation whose checkout asked for it; null from the wallet's own
 * page
 * @param idempotencyKey of this form on this page view
 */
record ChargeForm(Long amount, UUID returnTo, String idempotencyKey) {
}
