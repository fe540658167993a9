/**
 * Reads and edits concerts, shows, prices and the opening of sales.
 */
@ApplicationModule(displayName = "Catalogue", allowedDependencies = { "shared" })
@NullMarked
package app.frontrow.catalogue;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
