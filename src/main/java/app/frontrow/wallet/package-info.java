/**
 * Prepaid balances and their append-only ledger, in whole won.
 */
@ApplicationModule(displayName = "Wallet", allowedDependencies = { "shared", "members", "idempotency" })
package app.frontrow.wallet;

import org.springframework.modulith.ApplicationModule;
