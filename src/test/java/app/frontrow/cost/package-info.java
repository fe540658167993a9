/**
 * Statements and calls per request, counted and never timed.
 */
package app.frontrow.cost;
