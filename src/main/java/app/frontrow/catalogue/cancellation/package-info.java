/**
 * What is kept of the price when tickets are cancelled.
 */
@NamedInterface("cancellation")
package app.frontrow.catalogue.cancellation;

import org.springframework.modulith.NamedInterface;
