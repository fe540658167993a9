package app.frontrow.office.trail;

import java.util.List;
import java.util.Optional;

import app.frontrow.members.Member;
import app.frontrow.office.trail.TrailRepository.Head;
import app.frontrow.shared.PageOf;
import app.frontrow.staff.StaffAccessService;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes what the staff changes, and finds it again.
 */
@Service
public class TrailService {

	private final TrailRepository entries;

	private final StaffAccessService staff;

	private final JsonMapper json;

	TrailService(TrailRepository entries, StaffAccessService staff, JsonMapper json) {
		this.entries = entries;
		this.staff = staff;
		this.json = json;
	}

	/**
	 * Notes a change by the member of this request, in the transaction of the change.
	 * Changes by a job are not noted, because no member asked for them. The end of the
	 * trail is locked until the transaction ends, so call this last.
	 * @param subject what was changed, for example {@code concert:7}
	 * @param concertId null if it belongs to no concert
	 * @param before written as JSON; null if there was nothing
	 * @param after written as JSON; null if there is nothing
	 * @param reason null if nobody was asked for one
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void record(TrailKind what, String subject, @Nullable Long concertId, @Nullable Object before,
			@Nullable Object after, @Nullable String reason) {
		findActor().ifPresent((actor) -> {
			String roles = this.staff.describeRoles(actor.id());
			Head head = this.entries.lockHead();
			TrailEntry entry = new TrailEntry(head.number() + 1, head.now(), actor.id(), actor.username(), roles,
					what.code(), subject, concertId, toJson(before), toJson(after), reason, "");
			this.entries.append(entry.withHash(TrailHashCalculator.calculate(head.hash(), entry)));
		});
	}

	/** Entries of the trail, the newest first. */
	public PageOf<TrailEntry> find(TrailFilter filter, int page, int size) {
		return this.entries.find(filter, page, size);
	}

	/** The latest entries of a kind about a concert, the newest first. */
	public List<TrailEntry> findLatest(TrailKind what, long concertId, int most) {
		return this.entries.findLatest(what.code(), concertId, most);
	}

	private @Nullable String toJson(@Nullable Object state) {
		return (state != null) ? this.json.writeValueAsString(state) : null;
	}

	private static Optional<Member> findActor() {
		Authentication login = SecurityContextHolder.getContext().getAuthentication();
		return (login != null && login.getPrincipal() instanceof Member member) ? Optional.of(member)
				: Optional.empty();
	}

}
