/**
 * Pages and API for the roles of the staff.
 */
package app.frontrow.office.web.staff;
