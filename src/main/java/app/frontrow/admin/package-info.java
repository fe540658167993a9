/**
 * Functions for the ticket office.
 */
@ApplicationModule(displayName = "Back office", allowedDependencies = { "shared", "payments" })
package app.frontrow.admin;

import org.springframework.modulith.ApplicationModule;
