/**
 * Log-in, and access rules for all requests.
 */
@ApplicationModule(displayName = "Security",
		allowedDependencies = { "shared", "members", "members :: data", "mail", "staff" })
@NullMarked
package app.frontrow.security;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
