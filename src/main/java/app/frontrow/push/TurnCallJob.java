package app.frontrow.push;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import app.frontrow.mail.MailOutboxService;
import app.frontrow.push.PushClient.Result;
import app.frontrow.shared.store.RetryingTransactionExecutor;
import app.frontrow.shared.store.StoreOutageDetector;
import app.frontrow.waitingroom.CalledMemberReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Calls members whose turn it is and who have not come in yet. Each instance looks every
 * two seconds. A wish is claimed in the database before its call is sent, and deleted
 * afterwards. If an instance ends in between, the claim runs out and another instance
 * sends the call. The browser shows two calls of one turn as one, because they have the
 * same tag.
 */
@Component
class TurnCallJob {

	private static final Logger log = LoggerFactory.getLogger(TurnCallJob.class);

	/**
	 * During this time only one instance may send a message. Sending takes less. After a
	 * failure there is still time to try again before the turn ends.
	 */
	private static final int CLAIM_SECONDS = 6;

	private static final int MAX_ATTEMPTS = 4;

	private static final Duration MESSAGE_LIFETIME = Duration.ofMinutes(1);

	private final TurnNoticeRepository notices;

	private final CalledMemberReader calledMembers;

	private final TurnCallFactory calls;

	private final PushClient client;

	private final MailOutboxService mails;

	private final RetryingTransactionExecutor transactions;

	TurnCallJob(TurnNoticeRepository notices, CalledMemberReader calledMembers, TurnCallFactory calls,
			PushClient client, MailOutboxService mails, RetryingTransactionExecutor transactions) {
		this.notices = notices;
		this.calledMembers = calledMembers;
		this.calls = calls;
		this.client = client;
		this.mails = mails;
		this.transactions = transactions;
	}

	@Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
	void callMembers() {
		try {
			this.notices.findConcerts().forEach(this::callMembers);
		}
		catch (RuntimeException failure) {
			logFailure(failure);
		}
	}

	/** Deletes wishes that were never fulfilled. */
	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
	void deleteOldNotices() {
		try {
			this.transactions.run(this.notices::deleteOld);
		}
		catch (RuntimeException failure) {
			logFailure(failure);
		}
	}

	private void callMembers(long concertId) {
		Set<UUID> called = this.calledMembers.findCalled(concertId);
		if (called.isEmpty()) {
			return;
		}
		List<CompletableFuture<Void>> sent = this.notices.findUnclaimed(concertId, called)
			.stream()
			.filter((notice) -> this.transactions
				.run(() -> this.notices.claim(notice.id(), CLAIM_SECONDS, MAX_ATTEMPTS)))
			.map(this::call)
			.toList();
		sent.forEach(CompletableFuture::join);
	}

	private CompletableFuture<Void> call(TurnNotice notice) {
		if (notice.byMail()) {
			writeMail(notice);
			return CompletableFuture.completedFuture(null);
		}
		return this.client
			.send(notice.subscription(), this.calls.createMessage(notice), "turn-" + notice.concertId(),
					MESSAGE_LIFETIME)
			.thenAccept((result) -> {
				if (result != Result.FAILED) {
					this.transactions.run(() -> this.notices.delete(notice.id()));
				}
			});
	}

	/**
	 * One transaction writes the mail to the outbox and deletes the wish, so the mail is
	 * written once.
	 */
	private void writeMail(TurnNotice notice) {
		this.transactions.run(() -> {
			int ended = this.notices.delete(notice.id());
			if (ended == 1) {
				this.mails.add(TurnCalledMail.KIND, notice.memberId(),
						TurnCalledMail.reference(notice.concertId(), UUID.randomUUID()));
			}
			return ended;
		});
	}

	private static void logFailure(RuntimeException failure) {
		if (!StoreOutageDetector.isCauseOf(failure)) {
			log.error("Members could not be called. The next run tries again", failure);
		}
	}

}
