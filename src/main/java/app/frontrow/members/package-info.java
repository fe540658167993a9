/**
 * Accounts, log-in and roles: who somebody is.
 */
@ApplicationModule(displayName = "Members", allowedDependencies = { "shared" })
package app.frontrow.members;

import org.springframework.modulith.ApplicationModule;
