/**
 * Code that all API endpoints share: the address, JSON, and pages of results.
 */
package app.frontrow.shared.web.api;
