/**
 * Sessions of browsers and of access tokens, in Redis.
 */
@NamedInterface("session")
package app.frontrow.security.session;

import org.springframework.modulith.NamedInterface;
