package app.frontrow.office.staff;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.office.trail.TrailKind;
import app.frontrow.office.trail.TrailService;
import app.frontrow.shared.StaffRole;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.store.RetryingTransactionExecutor;
import app.frontrow.staff.StaffGrant;
import app.frontrow.staff.StaffInvite;
import app.frontrow.staff.StaffInviteService;
import app.frontrow.staff.StaffService;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Gives and takes roles. Only owners do this. Each change adds an entry to the trail.
 */
@Service
public class StaffOfficeService {

	private final StaffService staff;

	private final StaffInviteService invites;

	private final TrailService trail;

	private final CatalogueQueryService catalogue;

	private final RetryingTransactionExecutor transactions;

	StaffOfficeService(StaffService staff, StaffInviteService invites, TrailService trail,
			CatalogueQueryService catalogue, RetryingTransactionExecutor transactions) {
		this.staff = staff;
		this.invites = invites;
		this.trail = trail;
		this.catalogue = catalogue;
		this.transactions = transactions;
	}

	/** All roles, by username. */
	public List<StaffGrant> findAll() {
		return this.staff.findAll();
	}

	/**
	 * Gives a role to the member with this username.
	 * @param concertId null for all concerts
	 * @throws InvalidInputException if there is no such member or concert
	 */
	public StaffGrant grant(String username, StaffRole role, @Nullable Long concertId) {
		requireConcert(concertId);
		return this.transactions.run(() -> {
			StaffGrant grant = this.staff.grant(username, role, concertId);
			note(TrailKind.STAFF_GRANTED, grant, null, grant);
			return grant;
		});
	}

	/**
	 * Takes a role away.
	 * @throws NotFoundException if there is none with this id
	 * @throws app.frontrow.staff.LastOwnerException if no owner would be left who can
	 * give roles
	 */
	public void revoke(long id) {
		this.transactions.run(() -> {
			StaffGrant grant = this.staff.revoke(id);
			note(TrailKind.STAFF_REVOKED, grant, grant, null);
			return null;
		});
	}

	/**
	 * Makes a link that gives a role to the first member who uses it.
	 * @param concertId null for all concerts
	 * @return the secret of the link
	 * @throws InvalidInputException if there is no such concert
	 */
	public String invite(StaffRole role, @Nullable Long concertId, UUID createdBy) {
		requireConcert(concertId);
		return this.transactions.run(() -> {
			String secret = this.invites.create(role, concertId, createdBy);
			this.trail.record(TrailKind.STAFF_INVITED, "invitation", concertId, null, new StaffInvite(role, concertId),
					null);
			return secret;
		});
	}

	/**
	 * The role that a link offers.
	 * @throws app.frontrow.staff.InviteEndedException if it does not work any more
	 */
	public StaffInvite findInvite(String secret) {
		return this.invites.find(secret);
	}

	/**
	 * Gives the role of a link to the member.
	 * @throws app.frontrow.staff.InviteEndedException if it does not work any more
	 */
	public void accept(String secret, UUID memberId) {
		this.transactions.run(() -> {
			StaffGrant grant = this.invites.accept(secret, memberId);
			note(TrailKind.STAFF_JOINED, grant, null, grant);
			return null;
		});
	}

	private void note(TrailKind what, StaffGrant grant, @Nullable StaffGrant before, @Nullable StaffGrant after) {
		this.trail.record(what, "member:" + grant.username(), grant.concertId(), state(before), state(after), null);
	}

	private static @Nullable Map<String, Object> state(@Nullable StaffGrant grant) {
		return (grant != null)
				? Map.of("role", grant.role(), "concert", (grant.concertId() != null) ? grant.concertId() : "all")
				: null;
	}

	private void requireConcert(@Nullable Long id) {
		try {
			if (id != null) {
				this.catalogue.getConcert(id);
			}
		}
		catch (NotFoundException unknown) {
			throw new InvalidInputException("concertId", "no-such-concert");
		}
	}

}
