package app.frontrow.waitingroom.edge;

import tools.jackson.databind.JsonNode;

/**
 * The arithmetic of docs/api.md, for a client that knows only the state of the queue as
 * JSON and the place of its ticket.
 */
public final class ClientPlace {

	private ClientPlace() {
	}

	/** Whether the client may compute the position of this place. */
	public static boolean isFar(JsonNode queue, long place) {
		return "OPEN".equals(queue.at("/phase").asString()) && place < queue.at("/next").asLong()
				&& place > queue.at("/front").asLong() + queue.at("/nearWithin").asLong();
	}

	/** {@code place - front - dead places ahead}. */
	public static long position(JsonNode queue, long place) {
		long dead = 0;
		for (JsonNode range : queue.at("/dead")) {
			dead += Math.max(0, Math.min(place - 1, range.get(1).asLong()) - range.get(0).asLong() + 1);
		}
		return place - queue.at("/front").asLong() - dead;
	}

}
