/**
 * The draw: which place a number gets that was given before the opening of sales.
 */
package app.frontrow.waitingroom.draw;
