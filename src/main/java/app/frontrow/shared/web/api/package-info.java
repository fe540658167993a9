/**
 * What all endpoints of the API share: the address, JSON, and pages of results.
 */
package app.frontrow.shared.web.api;
