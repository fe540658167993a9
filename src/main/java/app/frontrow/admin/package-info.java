/**
 * The back office: what the ticket office looks at.
 */
@ApplicationModule(displayName = "Back office", allowedDependencies = { "shared", "shared::web", "payments" })
package app.frontrow.admin;

import org.springframework.modulith.ApplicationModule;
