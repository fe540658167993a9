package app.frontrow.fuzz;

import java.util.List;
import java.util.Random;

/**
 * Spoils the head of a request.
 */
final class HeaderSpoiler {

	private static final List<String> TYPES = List.of("text/plain", "application/xml",
			"application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=x",
			"multipart/form-data; boundary=", "nonsense", "", "/", "application/json; charset=UTF-16",
			"application/json; charset=nonsense", "application/json;charset=\"", "application/json;charset=ISO-8859-1",
			"application/JSON ; x=y", "application/vnd.api+json", "application/json, text/plain", "한국어/x",
			"application/cbor", "*/*", "application/json;" + "a=b;".repeat(500),
			"application/x-www-form-urlencoded; charset=nonsense", "application/x-www-form-urlencoded; charset=UTF-16",
			"application/problem+json", "application/x-ndjson", "application/yaml");

	private static final List<String> ACCEPTED = List.of("text/html", "image/png", "nonsense", "", "*", "*/*;q=0",
			"*/*;q=x", "application/json;q=2", "application/json;q=-1", "application/json;v=1",
			"application/xml,*/*;q=0.1", ",,,", "application/*", "한국어/x", "text/event-stream",
			"application/problem+json", "application/json;charset=UTF-16", "application/yaml",
			"a/b,".repeat(400) + "*/*");

	private static final List<String> LANGUAGES = List.of("ko", "en", "xx", "*", "", "ko;q=x", "ko-Kore-KR-u-ca-dangi",
			"x-y-z", "en,".repeat(500), "한국어", "../../x", "en;q=0", "ko_KR", "<script>", "{0}", "zh-Hans-u-va-posix");

	private final RequestDraft draft;

	private final Random random;

	HeaderSpoiler(RequestDraft draft, Random random) {
		this.draft = draft;
		this.random = random;
	}

	void spoil() {
		switch (this.random.nextInt(12)) {
			case 0, 1 -> set("Accept", OddValues.one(ACCEPTED, this.random));
			case 2, 3 -> set("Content-Type", OddValues.one(TYPES, this.random));
			case 4 -> set("Accept-Language", OddValues.one(LANGUAGES, this.random));
			case 5 -> token("Authorization", "Bearer ");
			case 6, 7 -> token("Queue-Token", "");
			case 8 ->
				set("Idempotency-Key", OddValues.one(List.of("", " ", "a b", "키", "x".repeat(255), "x".repeat(256),
						"x".repeat(5000), "é", "a\tb", "<script>", "key", "\u007f", "'", "{0}"), this.random));
			case 9 -> condition();
			case 10 -> another();
			default -> cookie();
		}
	}

	private void set(String name, String value) {
		did(name);
		this.draft.header(name, value);
		refusable(value);
	}

	private void token(String name, String prefix) {
		did(name);
		String good = this.draft.headers.stream()
			.filter((header) -> header.getKey().equals(name))
			.map((header) -> header.getValue().replaceFirst("^" + prefix, ""))
			.filter((value) -> !value.isEmpty())
			.findFirst()
			.orElse("x".repeat(43));
		int at = this.random.nextInt(good.length());
		String value = OddValues.one(
				List.of(prefix, prefix + good.substring(at), prefix + good.substring(0, at) + "é" + good,
						prefix + good + good, prefix.toLowerCase() + good, prefix + " " + good + " ", "Basic YTpi",
						"Digest x", prefix + "..", prefix + "eyJhbGciOiJub25lIn0.e30.", prefix + "e30.e30.e30",
						prefix + "\"" + good + "\"", prefix + good.toUpperCase(), prefix + "x".repeat(5000),
						prefix + "{}", prefix + "%00", prefix + good + ",x",
						good.substring(0, at) + ((good.charAt(at) == 'A') ? 'B' : 'A') + good.substring(at + 1)),
				this.random);
		this.draft.header(name, value);
		if (this.random.nextInt(6) == 0) {
			this.draft.another(name, prefix + good);
		}
	}

	private void condition() {
		set(OddValues.one(
				List.of("If-None-Match", "If-Match", "If-Modified-Since", "If-Unmodified-Since", "Range", "If-Range"),
				this.random),
				OddValues.one(List.of("*", "\"x\"", "W/\"", "\"", "bytes=0-0", "bytes=-1", "bytes=9-1", "items=1",
						"yesterday", "Thu, 01 Jan 1970 00:00:00 GMT", "\"a\",\"b\"",
						"bytes=" + "0-1,".repeat(200) + "5-6"), this.random));
	}

	private void another() {
		set(OddValues.one(List.of("X-HTTP-Method-Override", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host",
				"X-Forwarded-Prefix", "Forwarded", "Origin", "Access-Control-Request-Method", "HX-Request", "Referer",
				"From", "X-Original-URL", "Expect", "Content-Encoding", "Upgrade", "TE", "Connection", "Max-Forwards",
				"Content-Range"), this.random),
				OddValues.one(List.of("DELETE", "127.0.0.1", "https", "evil.example", "for=1;host=evil.example", "null",
						"gzip", "x", "h2c", "websocket", "trailers", "", "\"", "bytes 0-1/2", "http://evil.example/",
						"한국어", "x".repeat(6000)), this.random));
		this.draft.broken |= this.draft.spoilt.contains("Expect") || this.draft.spoilt.contains("Upgrade");
	}

	private void cookie() {
		set("Cookie",
				OddValues.one(List.of("frontrow-session=x", "frontrow-session=", "=", ";;;", "a",
						"frontrow-language=ko", "frontrow-language=xx", "frontrow-csrf=\"", "frontrow-flash=a|b",
						"frontrow-flash=%zz|%zz|%zz", "JSESSIONID=1", "REDIRECT_URI=x",
						"REDIRECT_URI=aHR0cDovL2V2aWwuZXhhbXBsZS8=", "REDIRECT_URI=%%%", "REDIRECT_URI=e3t9fQ==",
						"REDIRECT_URI=aHR0cDovL1s=", "a=" + "b".repeat(5000), "한=국", "$Version=1; a=b"), this.random));
	}

	private void refusable(String value) {
		this.draft.broken |= value.chars().anyMatch((letter) -> letter < 32 && letter != 9 || letter == 127)
				|| value.length() > 5500;
	}

	private void did(String what) {
		this.draft.spoilt.add(what);
	}

}
