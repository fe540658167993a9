package app.frontrow.office;

import java.util.Map;

import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.ProductTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two programs that steer the same queue.
 */
class QueueVersionIT extends ProductTest {

	@Test
	void queueIsSteeredWithAVersion() {
		ApiClient admin = this.audience.admin();
		long id = ConcertFixture.onSale(admin, 1);
		String room = "/api/v1/admin/concerts/" + id + "/waiting-room";
		Map<String, Object> slower = Map.of("capacity", 7, "admissionsPerSecond", 2, "mode", "OPEN");
		Map<String, Object> paused = Map.of("capacity", 9, "admissionsPerSecond", 2, "mode", "PAUSED");
		String read = admin.get(room).expect(200).header("ETag");

		String changed = admin.with("If-Match", read).put(room, slower).expect(200).header("ETag");
		admin.with("If-Match", read).put(room, paused).expectProblem(412, "controls-changed");
		admin.with("If-Match", "\"other\"").put(room, paused).expectProblem(412, "controls-changed");
		assertThat(admin.get(room).number("capacity")).isEqualTo(7);
		admin.with("If-Match", changed).put(room, paused).expect(200);
		admin.with("If-Match", "*").put(room, slower).expect(200);
		assertThat(admin.put(room, paused).expect(200).text("mode")).isEqualTo("PAUSED");
	}

}
