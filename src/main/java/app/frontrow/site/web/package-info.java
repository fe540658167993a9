/**
 * The pages with the texts of the site, for everybody.
 */
package app.frontrow.site.web;
