/**
 * The pages that the ticket office writes itself: help, terms and privacy.
 */
@ApplicationModule(displayName = "Site", allowedDependencies = { "shared" })
package app.frontrow.site;

import org.springframework.modulith.ApplicationModule;
