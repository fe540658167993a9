package app.frontrow.bench.bare;

import java.time.Instant;

import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers with a small record.
 */
@Profile(BareApplication.PROFILE)
@RestController
class BareController {

	@GetMapping(BareApplication.PATH)
	BareAnswer answer() {
		return new BareAnswer("WAITING", 1234, 5000, Instant.EPOCH);
	}

	/** About what a place in a queue says. */
	record BareAnswer(String status, long position, long pollAfterMs, Instant issuedAt) {
	}

}
