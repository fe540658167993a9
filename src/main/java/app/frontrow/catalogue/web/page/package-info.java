/**
 * The list of concerts and the page of one concert.
 */
@NullMarked
package app.frontrow.catalogue.web.page;

import org.jspecify.annotations.NullMarked;
