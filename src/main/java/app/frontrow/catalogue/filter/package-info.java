/**
 * What the list of concerts can be filtered by.
 */
package app.frontrow.catalogue.filter;
