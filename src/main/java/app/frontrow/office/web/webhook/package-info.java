/**
 * The page of webhooks.
 */
@NullMarked
package app.frontrow.office.web.webhook;

import org.jspecify.annotations.NullMarked;
