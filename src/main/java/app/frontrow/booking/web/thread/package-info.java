/**
 * What a member has under way, shown on every page.
 */
package app.frontrow.booking.web.thread;
