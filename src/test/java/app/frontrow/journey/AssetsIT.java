package app.frontrow.journey;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files of a page: few bytes, compressed, from this site alone, and kept by the browser.
 */
class AssetsIT extends ProductTest {

	/** Bytes of the first page with everything on it, as they go over the line. */
	private static final int FIRST_VISIT = 60_000;

	private static final Pattern ADDRESS = Pattern
		.compile("<(?:link(?=[^>]*rel=\"(?:stylesheet|preload|icon)\")|script|img)[^>]*?\\s(?:href|src)=\"([^\"]+)\"");

	private static final Pattern LINKED_STYLE = Pattern.compile("url\\(\"([^\")]+)\"\\)");

	/** Our files have the hash of their content, others a version. */
	private static final Pattern LASTING = Pattern
		.compile("/(css|js|img)/.*-[0-9a-f]{32}\\.\\w+|/webjars/[^/]+/\\d[^/]*/.*|/concerts/\\d+/poster.svg\\?v=\\w+");

	private final HttpClient http = HttpClient.newHttpClient();

	@BeforeEach
	void fullFirstPage() {
		for (int concert = 0; concert < 12; concert++) {
			ConcertFixture.onSale(this.programme, 1);
		}
	}

	@Test
	@ProvesRule(rule = "Browsers keep the parts of pages for long", guard = "StaticFileConfiguration.FOR_LONG",
			brokenBy = "setting it to an hour")
	@ProvesRule(rule = "Posters are compressed", guard = "application.yml:additional-mime-types",
			brokenBy = "leaving it out")
	void firstPageIsSmallAndItsPartsAreKeptForLong() throws Exception {
		HttpResponse<byte[]> page = get("/");
		int bytes = page.body().length;
		Set<String> addresses = addresses(text(page), ADDRESS);
		assertThat(addresses).hasSizeGreaterThan(15);
		for (String address : addresses) {
			HttpResponse<byte[]> part = get(address);
			assertThat(part.statusCode()).as(address).isEqualTo(200);
			assertThat(address).matches(LASTING);
			assertThat(part.headers().firstValue("Cache-Control").orElse("")).as(address)
				.containsPattern("max-age=(31536000|604800)");
			assertThat(part.body().length < 512 || compressed(part)).as(address + " is compressed").isTrue();
			bytes += part.body().length;
			if (address.endsWith(".css")) {
				assertThat(addresses).as("preloaded").containsAll(addresses(text(part), LINKED_STYLE));
			}
		}

		assertThat(compressed(page)).isTrue();
		System.out.println("The first page with all its parts: " + bytes + " bytes in " + (addresses.size() + 1));
		assertThat(bytes).isLessThan(FIRST_VISIT);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/css/frontrow-%s.css", "/js/frontrow-%s.js", "/webjars/htmx.org/1.9.12/dist/htmx.min.js" })
	@ProvesRule(rule = "A file of another release is answered, and browsers do not keep it",
			guard = "OtherReleaseFileFilter.UnkeptResponse", brokenBy = "leaving out noStore()")
	void fileOfAnotherReleaseIsAnsweredAndNotKept(String address) throws Exception {
		HttpResponse<byte[]> part = get(address.formatted("0123456789abcdef0123456789abcdef"));

		assertThat(part.statusCode()).isEqualTo(200);
		assertThat(part.headers().allValues("Cache-Control")).containsExactly("no-store");
		assertThat(text(part)).isNotEmpty().doesNotContain("<html");
		assertThat(get(address.formatted("short")).statusCode()).isEqualTo(address.contains("%s") ? 404 : 200);
		assertThat(get("/css/nothing-0123456789abcdef0123456789abcdef.css").statusCode()).isEqualTo(404);
	}

	/** Browsers ask for these again each time, so a new version is used at once. */
	@Test
	void appIsInstalledFromFixedAddresses() throws Exception {
		assertThat(text(get("/"))).contains("<link rel=\"manifest\" href=\"/app.webmanifest\">");
		HttpResponse<byte[]> manifest = get("/app.webmanifest");
		assertThat(manifest.headers().firstValue("Content-Type")).contains("application/manifest+json");
		assertThat(text(manifest)).contains("/img/icon-512.png", "\"display\": \"standalone\"");
		for (String address : List.of("/app.webmanifest", "/sw.js")) {
			assertThat(get(address).headers().firstValue("Cache-Control")).as(address).contains("no-cache");
		}
		assertThat(get("/img/icon-maskable.png").statusCode()).isEqualTo(200);
	}

	@Test
	@ProvesRule(rule = "Only pages that use htmx load it", guard = "layout/_head.html:th:unless",
			brokenBy = "leaving out th:unless")
	void onlyPagesThatUseHtmxLoadIt() throws Exception {
		assertThat(text(get("/"))).contains("htmx.min.js");
		for (String path : List.of("/login", "/signup", "/no/such/page")) {
			assertThat(text(get(path))).as(path).contains("/js/frontrow").doesNotContain("htmx.min.js");
		}
	}

	private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
		URI address = URI.create("http://127.0.0.1:" + this.port).resolve(path);
		return this.http.send(HttpRequest.newBuilder(address)
			.header("Accept", "text/html,*/*")
			.header("Accept-Encoding", "gzip")
			.build(), BodyHandlers.ofByteArray());
	}

	private static boolean compressed(HttpResponse<byte[]> answer) {
		return answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
	}

	private static String text(HttpResponse<byte[]> answer) throws IOException {
		if (!compressed(answer)) {
			return new String(answer.body(), StandardCharsets.UTF_8);
		}
		try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
			return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static Set<String> addresses(String text, Pattern pattern) {
		Set<String> found = new TreeSet<>();
		pattern.matcher(text)
			.results()
			.map((MatchResult match) -> match.group(1).replace("&amp;", "&"))
			.forEach(found::add);
		return found;
	}

}
