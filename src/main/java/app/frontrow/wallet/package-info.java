/**
 * Prepaid balances in won and their ledger.
 */
@ApplicationModule(displayName = "Wallet",
		allowedDependencies = { "shared", "members", "members :: data", "security :: session", "idempotency" })
package app.frontrow.wallet;

import org.springframework.modulith.ApplicationModule;
