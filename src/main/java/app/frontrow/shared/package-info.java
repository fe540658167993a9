/**
 * Code that every module uses: pages of results, the master key, time, scheduling.
 */
@ApplicationModule(displayName = "Shared", type = ApplicationModule.Type.OPEN, allowedDependencies = {})
package app.frontrow.shared;

import org.springframework.modulith.ApplicationModule;
