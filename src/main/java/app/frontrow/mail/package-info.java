/**
 * Mail to members: their addresses, and an outbox that is written with each event and
 * sent afterwards.
 */
@ApplicationModule(displayName = "Mail", allowedDependencies = { "shared", "members :: data" })
@NullMarked
package app.frontrow.mail;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
