/**
 * Pages and API of the waiting room: join, see the place, leave.
 */
package app.frontrow.waitingroom.web;
