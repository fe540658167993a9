package app.frontrow.push;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

import app.frontrow.push.PushClient.Result;
import app.frontrow.push.PushMessageSource.PushMessage;
import app.frontrow.push.PushOutboxRepository.OutgoingPush;
import app.frontrow.shared.store.RetryingTransactionExecutor;
import app.frontrow.shared.store.StoreOutageDetector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends the notifications of the outbox, on any instance. A notification is claimed
 * before it is sent, and deleted afterwards. An instance that ends between the two sends
 * it again later with the same tag, and browsers show both as one.
 */
@Component
class PushSendingJob {

	private static final Logger log = LoggerFactory.getLogger(PushSendingJob.class);

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final int AT_ONCE = 100;

	/**
	 * During this time only one instance may send a message. Sending takes less. Each
	 * further try waits twice as long.
	 */
	private static final long CLAIM_SECONDS = 6;

	private static final int MAX_DOUBLINGS = 8;

	private static final Duration MESSAGE_LIFETIME = Duration.ofHours(6);

	private final PushOutboxRepository outbox;

	private final Map<String, PushMessageSource> sources;

	private final PushClient client;

	private final PushSettings settings;

	private final RetryingTransactionExecutor transactions;

	PushSendingJob(PushOutboxRepository outbox, ObjectProvider<PushMessageSource> sources, PushClient client,
			PushSettings settings, RetryingTransactionExecutor transactions) {
		this.outbox = outbox;
		this.sources = sources.stream().collect(Collectors.toMap(PushMessageSource::kind, Function.identity()));
		this.client = client;
		this.settings = settings;
		this.transactions = transactions;
	}

	@Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
	void send() {
		if (!this.settings.isEnabled()) {
			return;
		}
		try {
			List<CompletableFuture<Void>> sent = this.outbox.findDue(AT_ONCE)
				.stream()
				.filter((push) -> this.transactions.run(() -> this.outbox.claim(push, pause(push.attempt()))))
				.map(this::send)
				.toList();
			sent.forEach(CompletableFuture::join);
		}
		catch (RuntimeException failure) {
			logFailure(failure);
		}
	}

	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
	void deleteOld() {
		try {
			this.transactions.run(this.outbox::deleteOld);
		}
		catch (RuntimeException failure) {
			logFailure(failure);
		}
	}

	private CompletableFuture<Void> send(OutgoingPush push) {
		Optional<PushMessage> message = Objects.requireNonNull(this.sources.get(push.kind()), push.kind())
			.create(push.reference(), push.language());
		if (message.isEmpty()) {
			this.transactions.run(() -> this.outbox.delete(push.id()));
			return CompletableFuture.completedFuture(null);
		}
		PushMessage text = message.get();
		String json = JSON.writeValueAsString(Map.of("title", text.title(), "body", text.body(), "language",
				push.language().getLanguage(), "tag", text.tag(), "page", text.page(), "address", text.address()));
		return this.client.send(push.subscription(), json, text.tag(), MESSAGE_LIFETIME)
			.thenAccept((result) -> end(push, result));
	}

	private void end(OutgoingPush push, Result result) {
		if (result == Result.FAILED) {
			return;
		}
		this.transactions.run(() -> {
			if (result == Result.GONE) {
				this.outbox.deleteBrowser(push.browserId());
			}
			return this.outbox.delete(push.id());
		});
	}

	private static long pause(int attempt) {
		return CLAIM_SECONDS << Math.min(attempt - 1, MAX_DOUBLINGS);
	}

	private static void logFailure(RuntimeException failure) {
		if (!StoreOutageDetector.isCauseOf(failure)) {
			log.error("Notifications could not be sent. The next run tries again", failure);
		}
	}

}
