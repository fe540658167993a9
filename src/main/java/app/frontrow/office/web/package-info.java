/**
 * Who may use the pages of the ticket office, and what all of them show.
 */
package app.frontrow.office.web;
