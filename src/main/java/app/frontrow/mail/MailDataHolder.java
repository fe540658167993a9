package app.frontrow.mail;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import app.frontrow.members.data.MemberDataHolder;

import org.springframework.stereotype.Component;

/**
 * A member's address and the mails to it. All of them are deleted when the account ends.
 */
@Component
class MailDataHolder implements MemberDataHolder {

	private static final int MOST = 10_000;

	private final MailAddressRepository addresses;

	private final MailOutboxRepository outbox;

	MailDataHolder(MailAddressRepository addresses, MailOutboxRepository outbox) {
		this.addresses = addresses;
		this.outbox = outbox;
	}

	@Override
	public String name() {
		return "mail";
	}

	@Override
	public Object export(UUID memberId) {
		Map<String, Object> parts = new LinkedHashMap<>();
		parts.put("address", this.addresses.find(memberId).orElse(null));
		parts.put("mails", this.outbox.findByMember(memberId, MOST));
		return parts;
	}

	@Override
	public void erase(UUID memberId) {
		this.outbox.deleteByMember(memberId);
		this.addresses.delete(memberId);
	}

}
