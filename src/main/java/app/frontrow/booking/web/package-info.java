/**
 * Who may reach the addresses of this module.
 */
package app.frontrow.booking.web;
