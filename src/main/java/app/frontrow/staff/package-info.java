/**
 * Who works in the ticket office, and in which role.
 */
@ApplicationModule(displayName = "Staff", allowedDependencies = { "shared", "members", "members :: data" })
@NullMarked
package app.frontrow.staff;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
