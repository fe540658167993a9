package app.frontrow.staff;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import app.frontrow.members.Member;
import app.frontrow.shared.StaffRole;
import app.frontrow.shared.store.StoreOutageDetector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Tells which roles a member has at this moment. The roles of all staff are in memory and
 * are read again twice a second. A request is never decided by roles older than a second:
 * if the job is late, the request reads them itself.
 */
@Service("staff")
public class StaffAccessService {

	/** Before a refusal the roles are read again, if they are older than this. */
	private static final Duration MAX_AGE_OF_REFUSAL = Duration.ofMillis(100);

	/** A role that was taken away holds no longer than this on any instance. */
	static final Duration MAX_AGE = Duration.ofSeconds(1);

	private static final Logger log = LoggerFactory.getLogger(StaffAccessService.class);

	private final StaffRepository grants;

	private volatile Known known = new Known(Map.of(), System.nanoTime() - TimeUnit.DAYS.toNanos(1));

	StaffAccessService(StaffRepository grants) {
		this.grants = grants;
	}

	/**
	 * What these roles of the member cover together.
	 * @param roles at least one; an owner has each of them
	 */
	public StaffScope getScope(UUID memberId, Set<StaffRole> roles) {
		StaffScope scope = getScope(current(MAX_AGE), memberId, roles);
		return scope.isEmpty() ? getScope(current(MAX_AGE_OF_REFUSAL), memberId, roles) : scope;
	}

	private static StaffScope getScope(Known known, UUID memberId, Set<StaffRole> roles) {
		List<StaffGrant> held = known.byMember()
			.getOrDefault(memberId, List.of())
			.stream()
			.filter((grant) -> grant.role() == StaffRole.OWNER || roles.contains(grant.role()))
			.toList();
		if (held.stream().anyMatch((grant) -> grant.concertId() == null)) {
			return StaffScope.EVERYTHING;
		}
		return new StaffScope(false, held.stream().map(StaffGrant::concertId).collect(Collectors.toUnmodifiableSet()));
	}

	/** Names the member's roles, for example {@code OWNER} or {@code BOX_OFFICE:7}. */
	public String describeRoles(UUID memberId) {
		return current(MAX_AGE).byMember()
			.getOrDefault(memberId, List.of())
			.stream()
			.map((grant) -> grant.role() + ((grant.concertId() != null) ? ":" + grant.concertId() : ""))
			.sorted()
			.collect(Collectors.joining(" "));
	}

	/**
	 * Whether a menu shows the way to the ticket office. Asks only the memory, because
	 * every page of every member has a menu.
	 */
	public boolean isStaff(Member member) {
		return member != null && this.known.byMember().containsKey(member.id());
	}

	@Scheduled(fixedDelay = 500)
	void refresh() {
		try {
			read();
		}
		catch (RuntimeException failure) {
			if (!StoreOutageDetector.isCauseOf(failure)) {
				log.error("The roles of the staff could not be read; another try follows", failure);
			}
		}
	}

	/** Reads the roles now, for a change that this instance has committed. */
	synchronized void read() {
		long begun = System.nanoTime();
		this.known = new Known(this.grants.findAll().stream().collect(Collectors.groupingBy(StaffGrant::memberId)),
				begun);
	}

	private Known current(Duration maxAge) {
		if (this.known.isOlderThan(maxAge)) {
			readIfOlderThan(maxAge);
		}
		return this.known;
	}

	private synchronized void readIfOlderThan(Duration age) {
		if (this.known.isOlderThan(age)) {
			read();
		}
	}

	/**
	 * The roles at one moment.
	 *
	 * @param readAt when the reading began, by the clock of the machine
	 */
	private record Known(Map<UUID, List<StaffGrant>> byMember, long readAt) {

		boolean isOlderThan(Duration age) {
			return System.nanoTime() - this.readAt > age.toNanos();
		}

	}

}
