/**
 * Posters, drawn from the data of a concert.
 */
@NullMarked
package app.frontrow.catalogue.web.poster;

import org.jspecify.annotations.NullMarked;
