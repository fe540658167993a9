package app.frontrow.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;

import tools.jackson.databind.JsonNode;

/**
 * Spoils a request in one to three places.
 */
final class RequestSpoiler {

	private final RequestDraft draft;

	private final JsonNode json;

	private final Random random;

	/** Spoils the draft, whose body is this JSON or null. */
	RequestSpoiler(RequestDraft draft, JsonNode json, Random random) {
		this.draft = draft;
		this.json = json;
		this.random = random;
	}

	void spoil() {
		int times = 1 + this.random.nextInt(3);
		for (int time = 0; time < times; time++) {
			switch (this.random.nextInt((this.draft.body != null) ? 14 : 7)) {
				case 0 -> path();
				case 1, 2 -> query();
				case 3, 4 -> new HeaderSpoiler(this.draft, this.random).spoil();
				case 5 -> method();
				case 6 -> id();
				default -> body();
			}
		}
		if (this.random.nextInt(25) == 0) {
			new FramingSpoiler(this.draft, this.random).spoil();
		}
	}

	private void body() {
		did("body");
		new BodySpoiler(this.draft, this.json, this.random).spoil();
	}

	private void id() {
		String spoilt = this.draft.path.replaceFirst("/(\\d+|[0-9a-f-]{36})(?=/|$)",
				"/" + Matcher.quoteReplacement(OddValues.one(OddValues.IDS, this.random)));
		did("id");
		setPath(spoilt);
	}

	private void path() {
		String path = this.draft.path;
		did("path");
		setPath(OddValues.one(List.of(path + "/", path + "//", "/" + path, path + ".json", path + ";x=y", path + "/.",
				path + "/..", path + "/%2e%2e/x", path.replaceFirst("/v1/", "/v1/;/"),
				path.replaceFirst("/v1/", "/V1/"), path.replaceFirst("/v1", "/v2"), path.replaceFirst("/v1/", "/v1%2F"),
				path + "%00", path + "%0a", path + "/" + OddValues.one(OddValues.IDS, this.random),
				path + "/x".repeat(600), path.replace("/api", "/api/../api"), path.replace("api", "%61pi"), path + "\\",
				path + "%5c..", path + "#x", path + "*", path + "​"), this.random));
	}

	private void setPath(String path) {
		this.draft.path = path;
		this.draft.broken |= !path.matches("[-._~%A-Za-z0-9!$&'()*+,;=:@/]*");
	}

	private void query() {
		did("query");
		String odd = switch (this.random.nextInt(12)) {
			case 0 -> "q=" + "x".repeat(this.random.nextInt(10_000));
			case 1 -> "a=1&".repeat(this.random.nextInt(1500)) + "z=1";
			case 2 -> OddValues.one(List.of("page", "size", "status", "q"), this.random) + "="
					+ URLEncoder.encode(OddValues.text(this.random), StandardCharsets.UTF_8);
			default -> OddValues.one(OddValues.QUERIES, this.random);
		};
		this.draft.query.add(odd);
		this.draft.broken |= odd.length() > 7000 || !odd.matches("[-._~%A-Za-z0-9!$&'()*+,;=:@/?]*");
	}

	private void method() {
		did("method");
		this.draft.verb = OddValues.one(List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE",
				"PROPFIND", "get", "CONNECT", "LINK", "X".repeat(100), "BREW"), this.random);
		this.draft.broken |= List.of("TRACE", "CONNECT").contains(this.draft.verb);
	}

	private void did(String what) {
		this.draft.spoilt.add(what);
	}

}
