/**
 * What the staff changed: one row per change, each with the hash of the one before.
 */
package app.frontrow.office.trail;
