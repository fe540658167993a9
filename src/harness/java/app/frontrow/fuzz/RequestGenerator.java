package app.frontrow.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

import tools.jackson.databind.JsonNode;

/**
 * Makes requests to the API: each as it should be at first, then spoilt in some places.
 */
final class RequestGenerator {

	/** One of so many is left as it should be. */
	private static final int GOOD = 8;

	private final List<ApiDescription.Operation> operations;

	private final ValidValues values;

	private final List<ApiCaller> callers;

	RequestGenerator(ApiDescription api, FuzzFixture scene, List<ApiCaller> callers) {
		this.operations = api.operations();
		this.values = new ValidValues(api, scene);
		this.callers = callers;
	}

	/** The request of this number, the same for the same seed. */
	RequestDraft make(long seed, int number) {
		Random random = new Random(seed * 1_000_003 + number);
		random.nextLong();
		ApiDescription.Operation operation = operation(number, random);
		ApiCaller caller = caller(operation, random);
		boolean anonymous = random.nextInt(operation.needsLogin() ? 8 : 3) == 0;
		RequestDraft draft = new RequestDraft(operation.name(), anonymous ? "nobody" : caller.name(),
				operation.method(), operation.path().replace("{id}", this.values.id(operation, caller, random)));
		draft.header("Host", "127.0.0.1");
		draft.header("Accept", "application/json, " + AnswerCheck.FILES);
		if (!anonymous) {
			draft.header("Authorization", caller.authorization());
		}
		if (!anonymous || random.nextBoolean()) {
			draft.header("Queue-Token", caller.queueToken());
		}
		operation.parameters("query")
			.stream()
			.filter((parameter) -> random.nextInt(3) == 0)
			.forEach((parameter) -> draft.query
				.add(parameter.name() + "=" + encoded(this.values.inQuery(parameter.schema(), random))));
		operation.parameters("header")
			.stream()
			.filter((parameter) -> random.nextBoolean())
			.forEach((parameter) -> draft.header(parameter.name(), "k" + random.nextLong()));
		JsonNode body = (operation.body() != null) ? this.values.body(operation, caller, random) : null;
		if (body != null) {
			draft.header("Content-Type", "application/json");
			draft.body(body.toString());
		}
		if (random.nextInt(GOOD) > 0) {
			new RequestSpoiler(draft, body, random).spoil();
		}
		return draft;
	}

	/** Each in turn, but more seldom what computes the hash of a password. */
	private ApiDescription.Operation operation(int number, Random random) {
		ApiDescription.Operation operation = this.operations.get(number % this.operations.size());
		boolean costly = operation.body() != null && !operation.needsLogin();
		return (costly && random.nextInt(4) > 0) ? OddValues.one(this.operations, random) : operation;
	}

	/** For the ticket office mostly somebody who works there. */
	private ApiCaller caller(ApiDescription.Operation operation, Random random) {
		boolean office = random.nextInt(4) > 0 && operation.needsAdmin();
		List<ApiCaller> fitting = this.callers.stream().filter((caller) -> !office || caller.isAdmin()).toList();
		return OddValues.one(fitting, random);
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
