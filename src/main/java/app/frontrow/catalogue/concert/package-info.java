/**
 * Concerts, shows and prices as other modules read them.
 */
@NamedInterface("concert")
package app.frontrow.catalogue.concert;

import org.springframework.modulith.NamedInterface;
