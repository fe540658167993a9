/**
 * Refusals: why a request is not carried out, and the code that clients read.
 */
package app.frontrow.shared.error;
