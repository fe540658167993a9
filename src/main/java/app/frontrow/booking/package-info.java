/**
 * Holds, sells and returns seats. Money and seats change in one transaction.
 */
@ApplicationModule(displayName = "Booking",
		allowedDependencies = { "shared", "members", "members :: data", "mail", "security :: session", "catalogue",
				"catalogue :: concert", "catalogue :: cancellation", "catalogue :: edit", "idempotency", "waitingroom",
				"waitingroom :: place", "wallet", "webhooks" })
@NullMarked
package app.frontrow.booking;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
