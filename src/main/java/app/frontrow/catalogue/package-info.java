/**
 * Concerts, their shows and prices: what there is to see, and when sales open.
 */
@ApplicationModule(displayName = "Catalogue", allowedDependencies = { "shared" })
package app.frontrow.catalogue;

import org.springframework.modulith.ApplicationModule;
