/**
 * Codes of apps, after RFC 6238, and the secrets that they are made of.
 */
@NamedInterface("totp")
@NullMarked
package app.frontrow.security.totp;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
