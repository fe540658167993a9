/**
 * The ticket office: its pages and its API, what it reads, its jobs, and the trail of
 * what the staff changed. It holds no rule of seats or money.
 */
@ApplicationModule(displayName = "Ticket office",
		allowedDependencies = { "shared", "members", "members :: lookup", "staff", "security", "security :: factor",
				"security :: passkey", "security :: session", "security :: totp", "catalogue", "catalogue :: concert",
				"catalogue :: cancellation", "catalogue :: edit", "waitingroom", "waitingroom :: policy", "booking",
				"booking :: reconciliation", "booking :: reservation", "booking :: refund", "booking :: office",
				"idempotency", "site", "webhooks" })
@NullMarked
package app.frontrow.office;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
