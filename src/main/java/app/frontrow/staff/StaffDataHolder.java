package app.frontrow.staff;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import app.frontrow.members.data.MemberDataHolder;
import app.frontrow.shared.store.AfterTransactionExecutor;

import org.springframework.stereotype.Component;

/**
 * A member's roles. They end with the account, and the last owner cannot end it.
 */
@Component
class StaffDataHolder implements MemberDataHolder {

	private final StaffRepository grants;

	private final StaffAccessService access;

	StaffDataHolder(StaffRepository grants, StaffAccessService access) {
		this.grants = grants;
		this.access = access;
	}

	@Override
	public String name() {
		return "staff";
	}

	@Override
	public Object export(UUID memberId) {
		return this.grants.findByMember(memberId)
			.stream()
			.map((grant) -> Map.of("role", grant.role(), "concert",
					(grant.concertId() != null) ? grant.concertId() : "all", "grantedAt", grant.grantedAt()))
			.toList();
	}

	/**
	 * Locks the owners, so that no other one goes before the account has ended.
	 * @throws LastOwnerException if nobody could give roles any more
	 */
	@Override
	public void requireSettled(UUID memberId) {
		List<Long> owners = this.grants.lockOwners();
		if (owners.size() == 1
				&& this.grants.findByMember(memberId).stream().anyMatch((grant) -> grant.id() == owners.get(0))) {
			throw new LastOwnerException();
		}
	}

	@Override
	public void erase(UUID memberId) {
		this.grants.deleteByMember(memberId);
		AfterTransactionExecutor.runAfterCommit(this.access::read);
	}

}
