/**
 * Adds to the OpenAPI document what springdoc cannot read from the controllers.
 */
package app.frontrow.shared.web.openapi;
