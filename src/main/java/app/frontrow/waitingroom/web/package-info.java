/**
 * Joining, watching and leaving the waiting room, as pages and over the API.
 */
package app.frontrow.waitingroom.web;
