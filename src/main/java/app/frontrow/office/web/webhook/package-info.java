/**
 * The page of webhooks.
 */
package app.frontrow.office.web.webhook;
