/**
 * Asks a logged-in member for the password once more.
 */
package app.frontrow.security.password;
