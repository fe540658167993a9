/**
 * What every module speaks: pages of results, won, refusals and their codes.
 */
@ApplicationModule(displayName = "Shared", type = ApplicationModule.Type.OPEN, allowedDependencies = {})
package app.frontrow.shared;

import org.springframework.modulith.ApplicationModule;
