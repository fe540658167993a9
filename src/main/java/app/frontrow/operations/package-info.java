/**
 * What operators need of a running instance: probes, figures, an orderly end, and checks
 * of the stores.
 */
@ApplicationModule(displayName = "Operations", allowedDependencies = { "shared" })
@NullMarked
package app.frontrow.operations;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
