package app.frontrow.staff;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;

import app.frontrow.shared.StaffRole;
import app.frontrow.shared.limit.RateLimitService;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invites people into a role by a link that works once, within three days. The database
 * knows only a digest of the link's secret.
 */
@Service
public class StaffInviteService {

	/** How long a link works. */
	public static final Duration LIFETIME = Duration.ofDays(3);

	private static final int SECRET_BYTES = 32;

	private final StaffInviteRepository invites;

	private final StaffRepository grants;

	private final StaffService staff;

	private final SecureRandom random = new SecureRandom();

	StaffInviteService(StaffInviteRepository invites, StaffRepository grants, StaffService staff) {
		this.invites = invites;
		this.grants = grants;
		this.staff = staff;
	}

	/**
	 * Makes an invitation, within the caller's transaction.
	 * @param concertId null for all concerts
	 * @param createdBy the owner who invites
	 * @return the secret of the link, which is kept nowhere
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public String create(StaffRole role, @Nullable Long concertId, UUID createdBy) {
		return insert(new StaffInvite(role, concertId), createdBy);
	}

	/**
	 * Makes the invitation of the first owner, within the caller's transaction.
	 * @return the secret of the link; null if there is an owner
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public @Nullable String createForFirstOwner() {
		return this.grants.lockOwners().isEmpty() ? insert(new StaffInvite(StaffRole.OWNER, null), null) : null;
	}

	/**
	 * The role that the link offers.
	 * @throws InviteEndedException if it does not work any more
	 */
	public StaffInvite find(String secret) {
		return this.invites.findOpen(digest(secret)).orElseThrow(InviteEndedException::new);
	}

	/**
	 * Gives the role of the link to the member, within the caller's transaction.
	 * @throws InviteEndedException if the link does not work any more
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public StaffGrant accept(String secret, UUID memberId) {
		StaffInvite invite = find(secret);
		if (!this.invites.use(digest(secret), memberId)) {
			throw new InviteEndedException();
		}
		return this.staff.grant(memberId, invite.role(), invite.concertId());
	}

	private String insert(StaffInvite invite, @Nullable UUID createdBy) {
		byte[] bytes = new byte[SECRET_BYTES];
		this.random.nextBytes(bytes);
		String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		this.invites.insert(digest(secret), invite, createdBy, LIFETIME);
		return secret;
	}

	private static String digest(String secret) {
		return RateLimitService.digest(secret);
	}

}
