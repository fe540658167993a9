package app.frontrow.fuzz;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.ErrorCodes;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is wrong with an answer, if anything.
 */
final class AnswerCheck {

	private static final JsonMapper JSON = new JsonMapper();

	private static final Map<String, ErrorCode> CODES = ErrorCodes.all()
		.stream()
		.collect(Collectors.toMap(ErrorCode::code, Function.identity()));

	/** What the container may say of a request that is none. */
	private static final Set<Integer> OF_THE_CONTAINER = Set.of(501, 505);

	private static final Pattern HERE = Pattern.compile("(http://127\\.0\\.0\\.1(:\\d+)?)?/([^/\\\\].*)?");

	private static final Pattern LEAK = Pattern.compile("(?i)exception|stack ?trace|\\bat [a-z]+\\.[a-z.]+\\(|"
			+ "tomcat|coyote|catalina|org\\.apache|springframework|app\\.frontrow|java\\.|jakarta|jackson|hibernate|sqlstate|"
			+ "\\bselect .+ from\\b|insert into|mysql|mariadb|lettuce|redis");

	/** Types of answers that are files. */
	static final String FILES = "text/csv, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

	private AnswerCheck() {
	}

	/** What is wrong with the answer of the API; null if it is as it should be. */
	static String ofApi(RequestDraft request, RawReply reply) {
		String fault = ofAny(request, reply);
		if (fault == null && request.path.startsWith("//")) {
			// no path of the API, and none of a page
			return (reply.status() >= 400 || reply.status() == 0) ? null : "answers to what is no path";
		}
		if (fault != null || reply.status() == 0 || reply.body().isEmpty()) {
			return (fault == null && reply.body().isEmpty() && reply.status() >= 400 && !request.verb.equals("HEAD")
					&& !request.broken) ? "says nothing" : fault;
		}
		if (reply.status() < 400 && !reply.type().isEmpty() && FILES.contains(reply.type())) {
			return null;
		}
		if (reply.status() < 400) {
			return reply.type().equals("application/json") ? json(reply) : "is " + reply.type();
		}
		return (request.broken && !reply.type().contains("json")) ? null : problem(reply);
	}

	/** What is wrong with the answer to somebody with a browser; null if nothing is. */
	static String ofPage(RequestDraft request, RawReply reply) {
		boolean elsewhere = reply.all("location").stream().anyMatch((location) -> !HERE.matcher(location).matches());
		return elsewhere ? "leads elsewhere" : ofAny(request, reply);
	}

	/** What is wrong with any answer. */
	private static String ofAny(RequestDraft request, RawReply reply) {
		if (reply.status() == 0) {
			return request.broken ? null : "no answer";
		}
		if (reply.status() >= 500 && !(request.broken && OF_THE_CONTAINER.contains(reply.status()))) {
			return "a " + reply.status();
		}
		if (LEAK.matcher(reply.body()).find() || LEAK.matcher(reply.headers().toString()).find()) {
			return "tells of the inside";
		}
		if (reply.header("server") != null || reply.header("x-powered-by") != null) {
			return "tells who serves";
		}
		if (reply.headers().stream().anyMatch((header) -> header.name().startsWith("x-evil"))) {
			return "takes a header from the request";
		}
		boolean guarded = "nosniff".equals(reply.header("x-content-type-options"))
				&& reply.header("content-security-policy") != null && "DENY".equals(reply.header("x-frame-options"));
		return (guarded || request.broken) ? null : "lacks headers of security";
	}

	private static String json(RawReply reply) {
		try {
			JSON.readTree(reply.body());
			return null;
		}
		catch (JacksonException broken) {
			return "no JSON";
		}
	}

	private static String problem(RawReply reply) {
		if (!reply.type().equals("application/problem+json")) {
			return "no problem but " + reply.type();
		}
		JsonNode problem;
		try {
			problem = JSON.readTree(reply.body());
		}
		catch (JacksonException broken) {
			return "no JSON";
		}
		String name = problem.at("/code").asString("");
		ErrorCode code = CODES.get(name);
		if (code == null || code.status().value() != reply.status() || problem.at("/status").asInt(0) != reply.status()
				|| !problem.at("/type").asString("").equals("urn:frontrow:problem:" + name)) {
			return "code and status that do not belong together";
		}
		if (problem.at("/title").asString("").isBlank() || problem.at("/detail").asString("").isBlank()
				|| !problem.at("/instance").isString()) {
			return "a problem that lacks something";
		}
		if (code.equals(ErrorCode.TOO_MANY_REQUESTS) && reply.header("retry-after") == null) {
			return "no Retry-After";
		}
		return null;
	}

}
