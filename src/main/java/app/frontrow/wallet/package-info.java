/**
 * Prepaid balances in won and their ledger.
 */
@ApplicationModule(displayName = "Wallet", allowedDependencies = { "shared", "members", "idempotency" })
package app.frontrow.wallet;

import org.springframework.modulith.ApplicationModule;
