/**
 * Pages and API for the roles of the staff.
 */
@NullMarked
package app.frontrow.office.web.staff;

import org.jspecify.annotations.NullMarked;
