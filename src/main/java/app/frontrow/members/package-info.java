/**
 * Accounts, passwords and roles.
 */
@ApplicationModule(displayName = "Members", allowedDependencies = { "shared" })
package app.frontrow.members;

import org.springframework.modulith.ApplicationModule;
