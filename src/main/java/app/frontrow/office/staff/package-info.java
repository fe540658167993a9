/**
 * Gives and takes roles, and notes it in the trail.
 */
package app.frontrow.office.staff;
