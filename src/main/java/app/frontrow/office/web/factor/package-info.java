/**
 * The page on which the staff sets the second factor up and passes the second step.
 */
package app.frontrow.office.web.factor;
