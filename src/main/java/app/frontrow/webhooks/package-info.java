/**
 * Webhooks: programs of others are told of events, by an outbox that is written with each
 * event and sent afterwards.
 */
@ApplicationModule(displayName = "Webhooks",
		allowedDependencies = { "shared", "catalogue :: edit", "catalogue :: concert" })
@NullMarked
package app.frontrow.webhooks;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
