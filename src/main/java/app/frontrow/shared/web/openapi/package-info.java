/**
 * Adds to the OpenAPI document what springdoc cannot read from the controllers.
 */
@NullMarked
package app.frontrow.shared.web.openapi;

import org.jspecify.annotations.NullMarked;
