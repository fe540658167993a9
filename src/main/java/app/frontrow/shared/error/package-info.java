/**
 * Refusals: why a request is not carried out, and the code that clients read.
 */
@NullMarked
package app.frontrow.shared.error;

import org.jspecify.annotations.NullMarked;
