/**
 * The access rules for the addresses of this module.
 */
package app.frontrow.booking.web;
