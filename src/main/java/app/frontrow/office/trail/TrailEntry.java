package app.frontrow.office.trail;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A change that a member of the staff made.
 *
 * @param number from 1, without gaps
 * @param roles the member's roles at that time
 * @param what the kind of change, for example {@code concert-changed}
 * @param subject what was changed, for example {@code concert:7}
 * @param concertId the concert that it belongs to; null if it belongs to none
 * @param before JSON of the state before; null if there was none
 * @param after JSON of the state after; null if there is none
 * @param reason what the member gave as the reason; null if they were not asked
 * @param hash of this entry and of the hash of the entry before; empty before it is
 * calculated
 */
public record TrailEntry(long number, Instant at, UUID memberId, String username, String roles, String what,
		String subject, @Nullable Long concertId, @Nullable String before, @Nullable String after,
		@Nullable String reason, String hash) {

	TrailEntry withHash(String hash) {
		return new TrailEntry(this.number, this.at, this.memberId, this.username, this.roles, this.what, this.subject,
				this.concertId, this.before, this.after, this.reason, hash);
	}

}
