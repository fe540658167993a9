/**
 * Code that all pages share: layout, messages after a redirect, dates, static files.
 */
package app.frontrow.shared.web.page;
