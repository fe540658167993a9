/**
 * The programme, as pages and over the API.
 */
package app.frontrow.catalogue.web;
