/**
 * Calls members by Web Push when it is their turn, also when the page is closed, and
 * sends notifications of other modules from an outbox.
 */
@ApplicationModule(displayName = "Push",
		allowedDependencies = { "shared", "members", "members :: data", "waitingroom", "mail", "catalogue",
				"catalogue :: concert" })
@NullMarked
package app.frontrow.push;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
