/**
 * Asks a logged-in member for the password once more.
 */
@NullMarked
package app.frontrow.security.password;

import org.jspecify.annotations.NullMarked;
