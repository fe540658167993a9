/**
 * Passkeys: what a browser and the server tell each other to add or use one.
 */
@NamedInterface("passkey")
@NullMarked
package app.frontrow.security.passkey;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
