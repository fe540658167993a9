package app.frontrow.push;

import app.frontrow.mail.MailAddressService;
import app.frontrow.mail.MailOutboxService;
import app.frontrow.members.Member;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Tells pages whether members can be called when it is their turn, by Web Push or by
 * mail. Templates use it as {@code @turnCallAvailability}.
 */
@Component
public class TurnCallAvailability {

	private final PushSettings settings;

	private final TurnNoticeService notices;

	private final MailOutboxService mails;

	private final MailAddressService addresses;

	public TurnCallAvailability(PushSettings settings, TurnNoticeService notices, MailOutboxService mails,
			MailAddressService addresses) {
		this.settings = settings;
		this.notices = notices;
		this.mails = mails;
		this.addresses = addresses;
	}

	/** Whether the member can be called by mail: they have a confirmed address. */
	public boolean hasMail(@Nullable Member member) {
		return member != null && this.mails.isOn()
				&& this.addresses.find(member.id()).filter((address) -> address.confirmedAt() != null).isPresent();
	}

	/** Whether the member wants to be called by mail. */
	public boolean isMailRequested(Member member, long concertId) {
		return this.notices.isMailRequested(member.id(), concertId);
	}

	/** Returns the key that a browser subscribes with; null if nobody can be called. */
	public @Nullable String publicKey() {
		return this.settings.isEnabled() ? this.settings.publicKey() : null;
	}

}
