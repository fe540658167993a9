/**
 * The waiting room: whose turn it is. Order, places, passes and their ends, kept in
 * Redis.
 */
@ApplicationModule(displayName = "Waiting room", allowedDependencies = { "shared", "members", "catalogue" })
package app.frontrow.waitingroom;

import org.springframework.modulith.ApplicationModule;
