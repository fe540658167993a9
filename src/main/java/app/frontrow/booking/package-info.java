/**
 * Holds, sells and returns seats. Money and seats change in one transaction.
 */
@ApplicationModule(displayName = "Booking",
		allowedDependencies = { "shared", "members", "members :: data", "mail", "security :: session", "catalogue",
				"catalogue :: concert", "catalogue :: edit", "idempotency", "waitingroom", "waitingroom :: place",
				"wallet" })
package app.frontrow.booking;

import org.springframework.modulith.ApplicationModule;
