package app.frontrow.members.lookup;

import java.util.UUID;

import app.frontrow.members.Member;
import app.frontrow.members.MemberService;
import app.frontrow.shared.PageOf;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.store.RetryingTransactionExecutor;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Finds and reads members for the staff. The trail records each reading, so a member is
 * shown only after the event of the reading is committed.
 */
@Service
public class MemberLookupService {

	private final MemberService members;

	private final ApplicationEventPublisher events;

	private final RetryingTransactionExecutor transactions;

	MemberLookupService(MemberService members, ApplicationEventPublisher events,
			RetryingTransactionExecutor transactions) {
		this.members = members;
		this.events = events;
		this.transactions = transactions;
	}

	/**
	 * Finds members as {@link MemberService#search} does.
	 * @param text the search text; null or empty to find all members
	 * @param page number of the page, from 0
	 * @param size members on a page
	 */
	public PageOf<Member> search(@Nullable String text, int page, int size) {
		PageOf<Member> found = this.members.search(text, page, size);
		publish(new MembersSearched((text != null) ? text : "", found.items().size()));
		return found;
	}

	/**
	 * Reads a member.
	 * @throws NotFoundException if there is no such member
	 */
	public Member get(UUID id) {
		Member member = this.members.find(id).orElseThrow(NotFoundException::new);
		publish(new MemberAccountViewed(member.username()));
		return member;
	}

	private void publish(Object event) {
		this.transactions.run(() -> {
			this.events.publishEvent(event);
			return null;
		});
	}

}
