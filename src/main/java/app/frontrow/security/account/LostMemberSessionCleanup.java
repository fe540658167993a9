package app.frontrow.security.account;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import app.frontrow.members.MemberService;
import app.frontrow.security.session.MemberSessionService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends the sessions of members whom the database does not have. There are such sessions
 * after a restore of the database, because Redis is newer then. Each instance looks for
 * them once, before the server opens its port. If a store is away then, the instance
 * starts nevertheless and looks again a minute later.
 */
@Component
class LostMemberSessionCleanup implements SmartInitializingSingleton {

	private static final Logger log = LoggerFactory.getLogger(LostMemberSessionCleanup.class);

	private final MemberSessionService sessions;

	private final MemberService members;

	private boolean done;

	LostMemberSessionCleanup(MemberSessionService sessions, MemberService members) {
		this.sessions = sessions;
		this.members = members;
	}

	@Override
	public void afterSingletonsInstantiated() {
		endOnce();
	}

	@Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
	synchronized void endOnce() {
		if (this.done) {
			return;
		}
		try {
			this.sessions.forEachGroupOfMembers(this::endLost);
			this.done = true;
		}
		catch (RuntimeException failure) {
			// above all an outage; a cluster has several exceptions for that
			log.warn("Sessions of lost members are looked for again in a minute", failure);
		}
	}

	private void endLost(Set<UUID> group) {
		Set<UUID> lost = new HashSet<>(group);
		lost.removeAll(this.members.findExisting(group));
		if (!lost.isEmpty()) {
			log.warn("The database does not have {} members who are logged in. Their sessions end.", lost.size());
			lost.forEach(this.sessions::endAll);
		}
	}

}
