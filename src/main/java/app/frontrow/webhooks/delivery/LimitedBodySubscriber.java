package app.frontrow.webhooks.delivery;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * Reads the first bytes of an answer and drops the rest.
 */
final class LimitedBodySubscriber implements BodySubscriber<String> {

	private final CompletableFuture<String> body = new CompletableFuture<>();

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private final int most;

	private Flow.Subscription subscription;

	LimitedBodySubscriber(int most) {
		this.most = most;
	}

	@Override
	public CompletionStage<String> getBody() {
		return this.body;
	}

	@Override
	public void onSubscribe(Flow.Subscription subscription) {
		this.subscription = subscription;
		subscription.request(1);
	}

	@Override
	public void onNext(List<ByteBuffer> buffers) {
		for (ByteBuffer buffer : buffers) {
			byte[] part = new byte[Math.min(buffer.remaining(), this.most - this.bytes.size())];
			buffer.get(part);
			this.bytes.writeBytes(part);
		}
		if (this.bytes.size() >= this.most) {
			this.subscription.cancel();
			onComplete();
		}
		else {
			this.subscription.request(1);
		}
	}

	@Override
	public void onError(Throwable failure) {
		this.body.completeExceptionally(failure);
	}

	@Override
	public void onComplete() {
		this.body.complete(this.bytes.toString(StandardCharsets.UTF_8));
	}

}
