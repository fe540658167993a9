/**
 * Requests that may be sent again: the same key gives the first answer, and nothing is
 * done twice.
 */
@ApplicationModule(displayName = "Idempotency", allowedDependencies = { "shared" })
package app.frontrow.idempotency;

import org.springframework.modulith.ApplicationModule;
