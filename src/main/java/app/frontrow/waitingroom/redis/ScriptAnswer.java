package app.frontrow.waitingroom.redis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import app.frontrow.waitingroom.memory.QueueSnapshot;

/**
 * The answer of a script: named values.
 */
class ScriptAnswer {

	private final Map<String, Object> values = new HashMap<>();

	/**
	 * Reads an answer.
	 * @param namesAndValues each name with its value after it
	 */
	ScriptAnswer(List<?> namesAndValues) {
		for (int i = 0; i < namesAndValues.size(); i += 2) {
			this.values.put((String) namesAndValues.get(i), namesAndValues.get(i + 1));
		}
	}

	String text(String name) {
		return (String) value(name);
	}

	long number(String name) {
		return (Long) value(name);
	}

	boolean has(String name) {
		return this.values.containsKey(name);
	}

	/** Returns a list of numbers. Redis returns members of a sorted set as texts. */
	List<Long> numbers(String name) {
		return rows(name).stream().map(String::valueOf).map(Long::valueOf).toList();
	}

	List<?> rows(String name) {
		return (List<?>) value(name);
	}

	private Object value(String name) {
		return Objects.requireNonNull(this.values.get(name), name);
	}

	/**
	 * Returns the state of the queue after the script. {@code queue.lua} writes it as one
	 * text.
	 */
	QueueSnapshot snapshot() {
		String[] texts = text("snapshot").split(" ", -1);
		long[] values = new long[texts.length - 1];
		for (int i = 1; i < values.length; i++) {
			values[i] = Long.parseLong(texts[i]);
		}
		String dead = texts[texts.length - 1];
		List<Long> newlyDead = dead.isEmpty() ? List.of() : Stream.of(dead.split(",")).map(Long::valueOf).toList();
		return new QueueSnapshot(texts[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7],
				values[8], values[9], values[10], values[11], values[12], values[13], values[14], values[15],
				values[16] == 1, newlyDead);
	}

}
