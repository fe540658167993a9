/**
 * Passkeys: what a browser and the server tell each other to add or use one.
 */
@NamedInterface("passkey")
package app.frontrow.security.passkey;

import org.springframework.modulith.NamedInterface;
