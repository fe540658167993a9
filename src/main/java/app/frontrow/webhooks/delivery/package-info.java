/**
 * Sends the outbox of webhooks.
 */
package app.frontrow.webhooks.delivery;
