package app.frontrow.waitingroom.redis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
		return (String) this.values.get(name);
	}

	long number(String name) {
		return (Long) this.values.get(name);
	}

	boolean has(String name) {
		return this.values.containsKey(name);
	}

	/** Returns a list of numbers. Redis returns members of a sorted set as texts. */
	List<Long> numbers(String name) {
		return rows(name).stream().map(String::valueOf).map(Long::valueOf).toList();
	}

	List<?> rows(String name) {
		return (List<?>) this.values.get(name);
	}

	/** Returns the state of the queue after the script. */
	QueueSnapshot snapshot() {
		ScriptAnswer snapshot = new ScriptAnswer(rows("snapshot"));
		return new QueueSnapshot(snapshot.text("epoch"), snapshot.number("now"), snapshot.number("last_number"),
				snapshot.number("front"), snapshot.number("dead_places"), snapshot.number("waiting"),
				snapshot.number("inside"), snapshot.number("band"), snapshot.number("drawn_places"),
				snapshot.number("places_known"), snapshot.number("death_count"), snapshot.number("admitted_count"),
				snapshot.number("lapsed_count"), snapshot.number("known_admissions"),
				snapshot.number("oldest_admission_at"), snapshot.number("newest_admission_at"),
				snapshot.number("settling") == 1, snapshot.numbers("newly_dead"));
	}

}
