/**
 * Mail to members. The transaction of an event writes its mail into an outbox, and a job
 * sends it afterwards. The module also keeps the addresses.
 */
@ApplicationModule(displayName = "Mail", allowedDependencies = { "shared", "members :: data" })
@NullMarked
package app.frontrow.mail;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
