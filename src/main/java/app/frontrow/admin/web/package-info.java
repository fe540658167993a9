/**
 * The back office, as pages and over the API; for administrators only.
 */
package app.frontrow.admin.web;
