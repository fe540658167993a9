/**
 * Holds, sales and history of seats.
 */
@ApplicationModule(displayName = "Reservations",
		allowedDependencies = { "shared", "members", "catalogue", "waitingroom", "waitingroom :: place" })
package app.frontrow.reservations;

import org.springframework.modulith.ApplicationModule;
