/**
 * Pages and API of the catalogue.
 */
package app.frontrow.catalogue.web;
