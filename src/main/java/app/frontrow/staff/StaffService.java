package app.frontrow.staff;

import java.util.List;
import java.util.UUID;

import app.frontrow.members.Member;
import app.frontrow.members.MemberService;
import app.frontrow.members.Role;
import app.frontrow.shared.StaffRole;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.store.AfterTransactionExecutor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives roles to members and takes them away. Both are part of the caller's transaction.
 * Every instance knows a change within a second of the commit.
 */
@Service
public class StaffService {

	private final StaffRepository grants;

	private final StaffAccessService access;

	private final MemberService members;

	StaffService(StaffRepository grants, StaffAccessService access, MemberService members) {
		this.grants = grants;
		this.access = access;
		this.members = members;
	}

	/** All roles, by username. */
	public List<StaffGrant> findAll() {
		return this.grants.findAll();
	}

	/**
	 * Gives a role to the member with this username. Nothing changes if the member has it
	 * already.
	 * @param concertId null for all concerts; the caller has checked that it exists
	 * @throws InvalidInputException if nobody has the username
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public StaffGrant grant(String username, StaffRole role, @Nullable Long concertId) {
		Member member = this.members.findByUsername(username)
			.orElseThrow(() -> new InvalidInputException("username", "no-such-member"));
		return grant(member.id(), role, concertId);
	}

	/**
	 * Gives a role to the member. Nothing changes if the member has it already.
	 * @param concertId null for all concerts
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public StaffGrant grant(UUID memberId, StaffRole role, @Nullable Long concertId) {
		StaffGrant grant = this.grants.find(this.grants.insert(memberId, role, concertId)).orElseThrow();
		if (grant.isOwnerOfAll()) {
			this.members.setRole(memberId, Role.ADMIN);
		}
		AfterTransactionExecutor.runAfterCommit(this.access::read);
		return grant;
	}

	/**
	 * Takes a role away.
	 * @return the role as it was
	 * @throws NotFoundException if there is none with this id
	 * @throws LastOwnerException if nobody could give roles any more
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public StaffGrant revoke(long id) {
		List<Long> owners = this.grants.lockOwners();
		StaffGrant grant = this.grants.find(id).orElseThrow(NotFoundException::new);
		if (owners.equals(List.of(id))) {
			throw new LastOwnerException();
		}
		if (!this.grants.delete(id)) {
			throw new NotFoundException();
		}
		if (grant.isOwnerOfAll()) {
			this.members.setRole(grant.memberId(), Role.MEMBER);
		}
		AfterTransactionExecutor.runAfterCommit(this.access::read);
		return grant;
	}

}
