/**
 * What operators need of a running instance: probes, figures, an orderly end, and checks
 * of the stores.
 */
@ApplicationModule(displayName = "Operations", allowedDependencies = { "shared" })
package app.frontrow.operations;

import org.springframework.modulith.ApplicationModule;
