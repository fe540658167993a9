/**
 * The state of a queue over the API, the same for everybody.
 */
package app.frontrow.waitingroom.web.edge;
