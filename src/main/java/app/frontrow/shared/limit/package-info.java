/**
 * Limits how often one member or one address may do something.
 */
@NullMarked
package app.frontrow.shared.limit;

import org.jspecify.annotations.NullMarked;
