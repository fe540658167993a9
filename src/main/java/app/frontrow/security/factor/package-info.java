/**
 * The second step of the log-in for the staff: codes of an app, passkeys and recovery
 * codes.
 */
@NamedInterface("factor")
package app.frontrow.security.factor;

import org.springframework.modulith.NamedInterface;
