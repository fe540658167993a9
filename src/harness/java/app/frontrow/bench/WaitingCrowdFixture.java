package app.frontrow.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Members in one waiting room: one inside, the others near the front or far from it.
 */
final class WaitingCrowdFixture {

	static final int NEAR = 600;

	private static final int FAR = 2_000;

	/** Neither near nor far for sure. */
	private static final int BETWEEN = 300;

	private static final int AT_A_TIME = 16;

	private final long concert;

	private final String[] tokens;

	private WaitingCrowdFixture(long concert, String[] tokens) {
		this.concert = concert;
		this.tokens = tokens;
	}

	/** Fills the waiting room, whose band is 720 places wide. */
	static WaitingCrowdFixture fill(BenchClient client, BenchMemberFactory members, long concert) {
		int count = 1 + NEAR + BETWEEN + FAR;
		List<LoggedInMember> visitors = members.loggedIn(count);
		String[] tokens = new String[count];
		String path = "/api/v1/concerts/" + concert + "/queue-tokens";
		LoadWorkers.Operation join = (i) -> {
			tokens[i] = client.post(path, visitors.get(i).api(), null).expectSuccess().text("queueToken");
			return true;
		};
		// in order as far as it matters who is near
		LoadWorkers.prepare(1, 1 + NEAR, join);
		LoadWorkers.prepare(AT_A_TIME, count - 1 - NEAR, (i) -> join.run(1 + NEAR + i));
		return new WaitingCrowdFixture(concert, tokens);
	}

	List<BenchRequest> nearPolls() {
		return polls(near());
	}

	List<BenchRequest> farPolls() {
		return polls(far());
	}

	List<BenchRequest> nearFragments() {
		return fragments(near());
	}

	List<BenchRequest> farFragments() {
		return fragments(far());
	}

	private List<String> near() {
		return Arrays.asList(this.tokens).subList(1, 1 + NEAR);
	}

	private List<String> far() {
		return Arrays.asList(this.tokens).subList(this.tokens.length - FAR, this.tokens.length);
	}

	private static List<BenchRequest> polls(List<String> tokens) {
		return tokens.stream()
			.map((token) -> new BenchRequest("/api/v1/queue-tokens/current", Map.of("Queue-Token", token)))
			.toList();
	}

	private List<BenchRequest> fragments(List<String> tokens) {
		return tokens.stream()
			.map((token) -> new BenchRequest("/concerts/" + this.concert + "/queue/place",
					Map.of("HX-Request", "true", "Cookie", LoggedInMember.queueCookie(this.concert, token))))
			.toList();
	}

}
