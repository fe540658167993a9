package app.frontrow.push;

import java.util.Map;
import java.util.UUID;

import app.frontrow.members.data.MemberDataHolder;

import org.springframework.stereotype.Component;

/**
 * The browsers in which a member wants to be called. They are deleted when the account
 * ends.
 */
@Component
class PushDataHolder implements MemberDataHolder {

	private final TurnNoticeRepository notices;

	private final PushOutboxRepository outbox;

	PushDataHolder(TurnNoticeRepository notices, PushOutboxRepository outbox) {
		this.notices = notices;
		this.outbox = outbox;
	}

	@Override
	public String name() {
		return "calls";
	}

	@Override
	public Object export(UUID memberId) {
		return Map.of("turns", this.notices.findByMember(memberId).stream().map(Call::of).toList(), "browsers",
				this.outbox.findBrowsers(memberId));
	}

	@Override
	public void erase(UUID memberId) {
		this.notices.deleteByMember(memberId);
		this.outbox.deleteByMember(memberId);
	}

	/**
	 * A wish to be called, as the export shows it.
	 */
	record Call(long concertId, String endpoint, String language) {

		static Call of(TurnNotice notice) {
			return new Call(notice.concertId(), notice.subscription().endpoint(), notice.language().getLanguage());
		}

	}

}
