/**
 * Makes repeated requests safe: a request with the same key gets the first answer, and
 * its work is done only once.
 */
@ApplicationModule(displayName = "Idempotency", allowedDependencies = { "shared" })
@NullMarked
package app.frontrow.idempotency;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
