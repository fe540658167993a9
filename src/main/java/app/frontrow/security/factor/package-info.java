/**
 * The second step of the log-in for the staff: codes of an app, passkeys and recovery
 * codes.
 */
@NamedInterface("factor")
@NullMarked
package app.frontrow.security.factor;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
