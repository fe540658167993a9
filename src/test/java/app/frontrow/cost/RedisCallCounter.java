package app.frontrow.cost;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.lettuce.core.event.command.CommandListener;
import io.lettuce.core.event.command.CommandStartedEvent;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * Counts the commands that an instance sends to Redis. What scheduled jobs send is left
 * out.
 */
class RedisCallCounter implements CommandListener {

	private final Queue<String> calls = new ConcurrentLinkedQueue<>();

	/** Counts the commands of the connections that are opened from now on. */
	static RedisCallCounter on(LettuceConnectionFactory redis) {
		RedisCallCounter counter = new RedisCallCounter();
		redis.getRequiredNativeClient().addListener(counter);
		redis.resetConnection();
		return counter;
	}

	void reset() {
		this.calls.clear();
	}

	List<String> calls() {
		return List.copyOf(this.calls);
	}

	@Override
	public void commandStarted(CommandStartedEvent event) {
		if (!Thread.currentThread().getName().startsWith("scheduling-")) {
			this.calls.add(event.getCommand().getType().toString());
		}
	}

}
