/**
 * Code that all API endpoints share: the address, JSON, and pages of results.
 */
@NullMarked
package app.frontrow.shared.web.api;

import org.jspecify.annotations.NullMarked;
