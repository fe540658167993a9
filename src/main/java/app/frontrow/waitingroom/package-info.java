/**
 * The waiting room decides which members may choose seats now. Other modules use this
 * package and {@code place}.
 */
@ApplicationModule(displayName = "Waiting room",
		allowedDependencies = { "shared", "members", "catalogue", "catalogue :: concert", "catalogue :: edit" })
@NullMarked
package app.frontrow.waitingroom;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
