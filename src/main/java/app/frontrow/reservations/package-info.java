/**
 * Seats: who holds which until when, who owns which, and the history of every attempt.
 */
@ApplicationModule(displayName = "Reservations",
		allowedDependencies = { "shared", "members", "catalogue", "waitingroom", "waitingroom :: place" })
package app.frontrow.reservations;

import org.springframework.modulith.ApplicationModule;
