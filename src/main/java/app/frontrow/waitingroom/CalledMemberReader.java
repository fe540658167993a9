package app.frontrow.waitingroom;

import java.util.Set;
import java.util.UUID;

import app.frontrow.waitingroom.redis.PassReader;

import org.springframework.stereotype.Component;

/**
 * Tells whose turn it is while they have not come in yet.
 */
@Component
public class CalledMemberReader {

	private final PassReader passes;

	CalledMemberReader(PassReader passes) {
		this.passes = passes;
	}

	/** Returns the members who were admitted and have not used their pass yet. */
	public Set<UUID> findCalled(long concertId) {
		return this.passes.findUnclaimed(concertId);
	}

}
