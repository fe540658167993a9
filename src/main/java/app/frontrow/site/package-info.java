/**
 * The pages that the ticket office writes itself: help, terms and privacy.
 */
@ApplicationModule(displayName = "Site", allowedDependencies = { "shared" })
@NullMarked
package app.frontrow.site;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
