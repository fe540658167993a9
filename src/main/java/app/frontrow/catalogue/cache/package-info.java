/**
 * The catalogue in the memory of one instance, and the search in it.
 */
@NullMarked
package app.frontrow.catalogue.cache;

import org.jspecify.annotations.NullMarked;
