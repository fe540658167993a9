package app.frontrow.mail;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Where a member wants mail.
 *
 * @param language of the mails, {@code ko} or {@code en}
 * @param confirmedAt when the member has shown that it is theirs, null before
 */
public record MailAddress(String address, String language, @Nullable Instant confirmedAt) {
}
