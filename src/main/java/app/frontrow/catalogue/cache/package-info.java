/**
 * The catalogue in the memory of one instance, and the search in it.
 */
package app.frontrow.catalogue.cache;
