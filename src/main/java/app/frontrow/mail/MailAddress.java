package app.frontrow.mail;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The mail address of a member.
 *
 * @param language of the mails, {@code ko} or {@code en}
 * @param confirmedAt when the member confirmed the address; null before
 */
public record MailAddress(String address, String language, @Nullable Instant confirmedAt) {
}
