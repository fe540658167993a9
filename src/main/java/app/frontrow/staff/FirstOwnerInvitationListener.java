package app.frontrow.staff;

import app.frontrow.shared.store.RetryingTransactionExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes a link to the log while nobody owns the ticket office. Whoever installs the
 * product becomes the first owner with it.
 */
@Component
class FirstOwnerInvitationListener {

	private static final Logger log = LoggerFactory.getLogger(FirstOwnerInvitationListener.class);

	private final StaffInviteService invites;

	private final RetryingTransactionExecutor transactions;

	FirstOwnerInvitationListener(StaffInviteService invites, RetryingTransactionExecutor transactions) {
		this.invites = invites;
		this.transactions = transactions;
	}

	@EventListener
	void inviteFirstOwner(ApplicationReadyEvent ready) {
		String secret = this.transactions.run(this.invites::createForFirstOwner);
		if (secret != null) {
			log.info("The ticket office has no owner. Sign up, then open /office/invitations/{} within {} days", secret,
					StaffInviteService.LIFETIME.toDays());
		}
	}

}
