/**
 * Accounts, passwords and roles.
 */
@ApplicationModule(displayName = "Members", allowedDependencies = { "shared" })
@NullMarked
package app.frontrow.members;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
