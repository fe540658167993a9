package app.frontrow.wishes;

import java.util.List;
import java.util.concurrent.TimeUnit;

import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.concert.SaleStatus;
import app.frontrow.mail.MailOutboxService;
import app.frontrow.push.PushOutboxService;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.store.RetryingTransactionExecutor;
import app.frontrow.shared.store.StoreOutageDetector;
import app.frontrow.wishes.WishRepository.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells members what they wished to know, on any instance. One transaction ends the wish
 * and writes its news into the outboxes of mail and push. So the news is written once. If
 * the instance fails before the commit, the wish still waits.
 */
@Component
class WishFulfilmentJob {

	private static final Logger log = LoggerFactory.getLogger(WishFulfilmentJob.class);

	private static final int AT_ONCE = 200;

	/**
	 * An instance may believe for this long that a sold-out concert has free seats. So
	 * the job ignores wishes that are younger.
	 */
	private static final int SETTLING_SECONDS = 5;

	private final WishRepository wishes;

	private final CatalogueQueryService catalogue;

	private final MailOutboxService mails;

	private final PushOutboxService pushes;

	private final RetryingTransactionExecutor transactions;

	WishFulfilmentJob(WishRepository wishes, CatalogueQueryService catalogue, MailOutboxService mails,
			PushOutboxService pushes, RetryingTransactionExecutor transactions) {
		this.wishes = wishes;
		this.catalogue = catalogue;
		this.mails = mails;
		this.pushes = pushes;
		this.transactions = transactions;
	}

	@Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
	void fulfil() {
		try {
			this.wishes.findTopics().forEach(this::fulfil);
		}
		catch (RuntimeException failure) {
			logFailure(failure);
		}
	}

	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
	void deleteOld() {
		try {
			this.transactions.run(this.wishes::deleteOld);
		}
		catch (RuntimeException failure) {
			logFailure(failure);
		}
	}

	private void fulfil(Topic topic) {
		SaleStatus status = findStatus(topic.concertId());
		if (status == SaleStatus.ENDED) {
			this.transactions.run(() -> this.wishes.deleteWaiting(topic));
		}
		else if (status == SaleStatus.ON_SALE) {
			List<Wish> due = this.wishes.findWaiting(topic, SETTLING_SECONDS, AT_ONCE);
			due.forEach(this::tell);
		}
	}

	/** Returns the state of the sale. A withdrawn concert counts as over. */
	private SaleStatus findStatus(long concertId) {
		try {
			return this.catalogue.getConcert(concertId).status();
		}
		catch (NotFoundException gone) {
			return SaleStatus.ENDED;
		}
	}

	/** A failure is logged, so that the other wishes go on. */
	private void tell(Wish wish) {
		try {
			this.transactions.run(() -> write(wish));
		}
		catch (RuntimeException failure) {
			if (StoreOutageDetector.isCauseOf(failure)) {
				throw failure;
			}
			logFailure(failure);
		}
	}

	private boolean write(Wish wish) {
		boolean first = this.wishes.markTold(wish.id());
		if (first) {
			this.mails.add(ConcertNews.KIND, wish.memberId(), wish.id());
			this.pushes.add(ConcertNews.KIND, wish.memberId(), wish.id());
		}
		return first;
	}

	private static void logFailure(RuntimeException failure) {
		if (!StoreOutageDetector.isCauseOf(failure)) {
			log.error("Wishes could not be fulfilled. The next run tries again", failure);
		}
	}

}
