/**
 * Sends the outbox: claims a mail, writes it, hands it to the mail server.
 */
@NullMarked
package app.frontrow.mail.delivery;

import org.jspecify.annotations.NullMarked;
