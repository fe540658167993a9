/**
 * Orders as the ticket office finds and reads them.
 */
@NullMarked
package app.frontrow.office.order;

import org.jspecify.annotations.NullMarked;
