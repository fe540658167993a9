/**
 * What the ticket office does with seats by hand: it blocks them, gives them away and
 * exchanges them. Each change is part of the caller's transaction.
 */
@NamedInterface("office")
package app.frontrow.booking.office;

import org.springframework.modulith.NamedInterface;
