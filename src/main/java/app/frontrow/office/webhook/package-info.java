/**
 * The programs that are told of events, for the owners.
 */
package app.frontrow.office.webhook;
