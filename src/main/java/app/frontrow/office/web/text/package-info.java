/**
 * The texts of the site: help, terms and privacy.
 */
package app.frontrow.office.web.text;
