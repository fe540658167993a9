/**
 * What the staff changed: one row per change, each with the hash of the one before.
 */
@NullMarked
package app.frontrow.office.trail;

import org.jspecify.annotations.NullMarked;
