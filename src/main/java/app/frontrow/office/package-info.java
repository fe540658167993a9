/**
 * The ticket office: its pages and its API, what it reads, its jobs, and the trail of
 * what the staff changed. It holds no rule of seats or money.
 */
@ApplicationModule(displayName = "Ticket office",
		allowedDependencies = { "shared", "members", "staff", "catalogue", "catalogue :: concert", "catalogue :: edit",
				"waitingroom :: policy", "site", "booking :: reconciliation", "booking :: reservation" })
package app.frontrow.office;

import org.springframework.modulith.ApplicationModule;
