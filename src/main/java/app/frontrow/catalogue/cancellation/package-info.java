/**
 * What is kept of the price when tickets are cancelled.
 */
@NamedInterface("cancellation")
@NullMarked
package app.frontrow.catalogue.cancellation;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
