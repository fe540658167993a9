/**
 * Prepaid balances in won and their ledger.
 */
@ApplicationModule(displayName = "Wallet",
		allowedDependencies = { "shared", "members", "security :: session", "idempotency" })
package app.frontrow.wallet;

import org.springframework.modulith.ApplicationModule;
