/**
 * Reads and edits concerts, shows, prices and the opening of sales.
 */
@ApplicationModule(displayName = "Catalogue", allowedDependencies = { "shared" })
package app.frontrow.catalogue;

import org.springframework.modulith.ApplicationModule;
