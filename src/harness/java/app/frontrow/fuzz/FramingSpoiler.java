package app.frontrow.fuzz;

import java.util.List;
import java.util.Random;

/**
 * Spoils what holds a request together, so that its reader may be at a loss where it
 * ends. Most of this the container refuses by itself.
 */
final class FramingSpoiler {

	private final RequestDraft draft;

	private final Random random;

	FramingSpoiler(RequestDraft draft, Random random) {
		this.draft = draft;
		this.random = random;
	}

	void spoil() {
		this.draft.broken = true;
		this.draft.spoilt.add("frame");
		int size = (this.draft.body != null) ? this.draft.body.length : 0;
		switch (this.random.nextInt(8)) {
			case 0, 1 -> this.draft.length = OddValues.one(List.of("Content-Length: " + (size + 10) + "\r\n",
					"Content-Length: " + Math.max(0, size - 3) + "\r\n", "Content-Length: -1\r\n",
					"Content-Length: x\r\n", "Content-Length: 99999999999999999999\r\n",
					"Content-Length: 2000000000\r\n", "Content-Length:\r\n",
					"Content-Length: " + size + "\r\nContent-Length: " + (size + 1) + "\r\n",
					"Content-Length: +" + size + "\r\n", ""), this.random);
			case 2, 3 -> this.draft.length = OddValues.one(List.of("Transfer-Encoding: chunked\r\n",
					"Transfer-Encoding: nonsense\r\n", "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n",
					"Transfer-Encoding: chunked, identity\r\n", "Transfer-Encoding : chunked\r\n",
					"Transfer-Encoding: \u000bchunked\r\n"), this.random);
			case 4 -> this.draft.version = OddValues.one(
					List.of("", "HTTP/1.0", "HTTP/2.0", "HTTP/9.9", "HTTP", "http/1.1", "HTTP/1.1 x", "\t"),
					this.random);
			case 5 -> this.draft.header("Host", OddValues
				.one(List.of("", "a b", "evil.example", "[::1", "127.0.0.1:99999", "a,b", "<x>"), this.random));
			case 6 -> {
				for (int i = 0; i < 300; i++) {
					this.draft.another("X-Many-" + i, "x");
				}
			}
			default -> this.draft.another(
					OddValues.one(List.of("X Y", "", "X\u0000", " folded", "X-Long", "한국어", "X("), this.random),
					OddValues.one(List.of("x", "x".repeat(9000), "\u0000", "a\rb"), this.random));
		}
	}

}
