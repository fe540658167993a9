/**
 * The list of concerts and the page of one concert.
 */
package app.frontrow.catalogue.web.page;
