/**
 * The page on which the staff sets the second factor up and passes the second step.
 */
@NullMarked
package app.frontrow.office.web.factor;

import org.jspecify.annotations.NullMarked;
