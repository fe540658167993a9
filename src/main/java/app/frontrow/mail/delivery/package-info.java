/**
 * Sends the outbox: claims a mail, writes it, hands it to the mail server.
 */
package app.frontrow.mail.delivery;
