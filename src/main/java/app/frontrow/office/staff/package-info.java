/**
 * Gives and takes roles, and notes it in the trail.
 */
@NullMarked
package app.frontrow.office.staff;

import org.jspecify.annotations.NullMarked;
