/**
 * The page and the addresses of exports.
 */
package app.frontrow.office.web.export;
