/**
 * Posters, drawn from the data of a concert.
 */
package app.frontrow.catalogue.web.poster;
