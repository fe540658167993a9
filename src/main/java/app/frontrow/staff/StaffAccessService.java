package app.frontrow.staff;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import app.frontrow.members.Member;
import app.frontrow.shared.StaffRole;
import app.frontrow.shared.store.CachedDatabaseValue;
import org.jspecify.annotations.Nullable;

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

	/**
	 * A role that was taken away is still accepted for at most this time on any instance.
	 */
	static final Duration MAX_AGE = Duration.ofSeconds(1);

	/** The roles by member. */
	private final CachedDatabaseValue<Map<UUID, List<StaffGrant>>> grants;

	StaffAccessService(StaffRepository grants) {
		this.grants = new CachedDatabaseValue<>("roles of the staff", Map.of(),
				() -> grants.findAll().stream().collect(Collectors.groupingBy(StaffGrant::memberId)));
	}

	/**
	 * What these roles of the member cover together.
	 * @param roles at least one; an owner has each of them
	 */
	public StaffScope getScope(UUID memberId, Set<StaffRole> roles) {
		StaffScope scope = getScope(this.grants.get(MAX_AGE), memberId, roles);
		return scope.isEmpty() ? getScope(this.grants.get(MAX_AGE_OF_REFUSAL), memberId, roles) : scope;
	}

	private static StaffScope getScope(Map<UUID, List<StaffGrant>> known, UUID memberId, Set<StaffRole> roles) {
		List<StaffGrant> held = known.getOrDefault(memberId, List.of())
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
		return this.grants.get(MAX_AGE)
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
	public boolean isStaff(@Nullable Member member) {
		return member != null && this.grants.getKnown().containsKey(member.id());
	}

	@Scheduled(fixedDelay = 500)
	void refresh() {
		this.grants.refresh();
	}

	/** Reads the roles now, for a change that this instance has committed. */
	void read() {
		this.grants.read();
	}

}
