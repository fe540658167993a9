/**
 * What the ticket office does with seats by hand: it blocks them, gives them away and
 * exchanges them. Each change is part of the caller's transaction.
 */
@NamedInterface("office")
@NullMarked
package app.frontrow.booking.office;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
