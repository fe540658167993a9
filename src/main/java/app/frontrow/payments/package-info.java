/**
 * From holding seats to owning them: orders, payments, tickets. Money and seats change in
 * one transaction.
 */
@ApplicationModule(displayName = "Payments", allowedDependencies = { "shared", "members", "catalogue", "idempotency",
		"waitingroom", "waitingroom :: place", "reservations", "wallet" })
package app.frontrow.payments;

import org.springframework.modulith.ApplicationModule;
