/**
 * The draw, which gives places to members who joined before the opening of sales.
 */
package app.frontrow.waitingroom.draw;
