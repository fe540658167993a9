/**
 * Pages and API of the catalogue.
 */
@NullMarked
package app.frontrow.catalogue.web;

import org.jspecify.annotations.NullMarked;
