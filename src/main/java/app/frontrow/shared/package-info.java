/**
 * Code that every module uses: pages of results, the master key, time, scheduling.
 */
@ApplicationModule(displayName = "Shared", type = ApplicationModule.Type.OPEN, allowedDependencies = {})
@NullMarked
package app.frontrow.shared;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
