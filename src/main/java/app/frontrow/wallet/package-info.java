/**
 * Prepaid balances in won and their ledger.
 */
@ApplicationModule(displayName = "Wallet",
		allowedDependencies = { "shared", "members", "members :: data", "security :: session", "idempotency" })
@NullMarked
package app.frontrow.wallet;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
