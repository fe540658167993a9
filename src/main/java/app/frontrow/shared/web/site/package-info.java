/**
 * The public address of the site.
 */
package app.frontrow.shared.web.site;
