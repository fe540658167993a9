/**
 * Sends the outbox of webhooks.
 */
@NullMarked
package app.frontrow.webhooks.delivery;

import org.jspecify.annotations.NullMarked;
