/**
 * What requests cost, counted and never timed.
 */
package app.frontrow.cost;
