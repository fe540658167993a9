/**
 * Webhooks: events are reported to programs of others. The transaction of an event writes
 * its messages into an outbox, and a job sends them afterwards.
 */
@ApplicationModule(displayName = "Webhooks",
		allowedDependencies = { "shared", "catalogue :: edit", "catalogue :: concert" })
@NullMarked
package app.frontrow.webhooks;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
