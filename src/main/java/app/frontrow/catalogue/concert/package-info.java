/**
 * Concerts, shows and prices as other modules read them.
 */
@NamedInterface("concert")
@NullMarked
package app.frontrow.catalogue.concert;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
