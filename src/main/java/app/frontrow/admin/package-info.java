/**
 * Functions for the ticket office.
 */
@ApplicationModule(displayName = "Back office", allowedDependencies = { "shared", "booking :: reconciliation" })
package app.frontrow.admin;

import org.springframework.modulith.ApplicationModule;
