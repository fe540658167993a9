/**
 * Who works in the ticket office, and in which role.
 */
@ApplicationModule(displayName = "Staff", allowedDependencies = { "shared", "members", "members :: data" })
package app.frontrow.staff;

import org.springframework.modulith.ApplicationModule;
