package app.frontrow.mail;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A mail to a member, and what became of it.
 *
 * @param status {@code PENDING}, {@code SENT}, {@code FAILED} or {@code DROPPED}
 */
public record SentMail(String kind, String address, String status, Instant createdAt, @Nullable Instant sentAt) {
}
