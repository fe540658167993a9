/**
 * What the list of concerts can be filtered by.
 */
@NullMarked
package app.frontrow.catalogue.filter;

import org.jspecify.annotations.NullMarked;
