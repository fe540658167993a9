/**
 * Calls members by Web Push when it is their turn, also when the page is closed.
 */
@ApplicationModule(displayName = "Push", allowedDependencies = { "shared", "members", "members :: data", "waitingroom",
		"catalogue", "catalogue :: concert" })
package app.frontrow.push;

import org.springframework.modulith.ApplicationModule;
