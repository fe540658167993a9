/**
 * Log-in, and access rules for all requests.
 */
@ApplicationModule(displayName = "Security",
		allowedDependencies = { "shared", "members", "members :: data", "mail", "staff" })
package app.frontrow.security;

import org.springframework.modulith.ApplicationModule;
