/**
 * The OpenAPI document: what the controllers do not say themselves.
 */
package app.frontrow.shared.web.openapi;
