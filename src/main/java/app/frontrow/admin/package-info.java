/**
 * The back office: what the ticket office looks at.
 */
@ApplicationModule(displayName = "Back office", allowedDependencies = { "shared", "payments" })
package app.frontrow.admin;

import org.springframework.modulith.ApplicationModule;
