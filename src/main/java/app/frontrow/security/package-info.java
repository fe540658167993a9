/**
 * Log-in, and which requests pass.
 */
@ApplicationModule(displayName = "Security", allowedDependencies = { "shared", "members" })
package app.frontrow.security;

import org.springframework.modulith.ApplicationModule;
