/**
 * Sessions of browsers and of access tokens, in Redis.
 */
@NamedInterface("session")
@NullMarked
package app.frontrow.security.session;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
