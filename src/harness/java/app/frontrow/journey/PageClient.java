package app.frontrow.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser without JavaScript: pages, cookies and plain forms. It does not follow
 * redirects.
 */
public final class PageClient {

	private static final Pattern INPUT = Pattern.compile("<input[^>]*>");

	private final CookieManager cookies = new CookieManager();

	private final HttpClient http;

	private final String base;

	private PageClient(HttpClient.Builder http, String base) {
		this.http = http.cookieHandler(this.cookies).connectTimeout(Duration.ofSeconds(10)).build();
		this.base = base;
	}

	/** A browser at the instance on this port. */
	public static PageClient at(int port) {
		return at(HttpClient.newBuilder(), "http://127.0.0.1:" + port);
	}

	/** A browser at the product at this address. */
	public static PageClient at(HttpClient.Builder http, String base) {
		return new PageClient(http, base);
	}

	/** Signs up with a made-up name and logs in. */
	public PageClient signUpAndLogIn() {
		String username = "p" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
		ApiClient.at(URI.create(this.base).getPort())
			.post("/api/v1/members",
					Map.of("username", username, "password", "correct horse", "displayName",
							"<script>alert(1)</script>"))
			.expect(201);
		logIn(username, "correct horse");
		return this;
	}

	/** Logs in by the form, whether or not that works. */
	public HttpResponse<String> logIn(String username, String password) {
		return submit("/login", "/login", "username", username, "password", password);
	}

	/** The value of a cookie that this browser keeps, or null. */
	public String cookie(String name) {
		return this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter((cookie) -> cookie.getName().equals(name))
			.map(HttpCookie::getValue)
			.findFirst()
			.orElse(null);
	}

	/** Has the browser keep a cookie that the site did not give it. */
	public PageClient plant(String name, String value) {
		HttpCookie cookie = new HttpCookie(name, value);
		cookie.setDomain(URI.create(this.base).getHost());
		cookie.setPath("/");
		cookie.setVersion(0);
		this.cookies.getCookieStore().add(URI.create(this.base), cookie);
		return this;
	}

	/** GET a page. */
	public HttpResponse<String> get(String path) {
		return send(request(path).GET().build());
	}

	/** GET as a script of a page does. */
	public HttpResponse<String> getJson(String path) {
		return send(request(path).setHeader("Accept", "application/json").GET().build());
	}

	/** Sends a form. */
	public HttpResponse<String> post(String path, Map<String, String> form) {
		return send(request(path, form).build());
	}

	/**
	 * Sends the form of a page that goes to this path.
	 * @param fields names and values, besides the hidden fields
	 */
	public HttpResponse<String> submit(String page, String path, String... fields) {
		return post(path, filled(page, path, fields));
	}

	/** The fields of such a form. */
	public Map<String, String> filled(String page, String path, String... fields) {
		Map<String, String> form = form(get(page), path);
		for (int i = 0; i < fields.length; i += 2) {
			form.put(fields[i], fields[i + 1]);
		}
		return form;
	}

	/** Takes a place in the queue of a concert. */
	public HttpResponse<String> queue(long concert) {
		return submit("/concerts/" + concert, "/concerts/" + concert + "/queue");
	}

	/** The path that an answer leads to. */
	public static String location(HttpResponse<String> answer) {
		return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
	}

	/** Sends a form that stands on this page. */
	public HttpResponse<String> postFrom(String page, String path, Map<String, String> form) {
		return send(request(path, form).header("Referer", this.base + page).build());
	}

	/** Sends a form as a script of this page does it. */
	public HttpResponse<String> postInPlace(String page, String path, Map<String, String> form) {
		return send(
				request(path, form).header("HX-Request", "true").header("HX-Current-URL", this.base + page).build());
	}

	/** The hidden fields of the form on the page that goes to this path. */
	public static Map<String, String> form(HttpResponse<String> page, String action) {
		Matcher form = Pattern.compile("<form[^>]*action=\"" + Pattern.quote(action) + "\".*?</form>", Pattern.DOTALL)
			.matcher(page.body());
		if (!form.find()) {
			throw new AssertionError("No form to " + action + " on " + page.uri() + ": " + page.statusCode());
		}
		Map<String, String> fields = new LinkedHashMap<>();
		Matcher inputs = INPUT.matcher(form.group());
		while (inputs.find()) {
			if (inputs.group().contains("type=\"hidden\"")) {
				fields.put(attribute(inputs.group(), "name"), attribute(inputs.group(), "value"));
			}
		}
		return fields;
	}

	private static String attribute(String tag, String name) {
		Matcher attribute = Pattern.compile(name + "=\"([^\"]*)\"").matcher(tag);
		return attribute.find() ? attribute.group(1) : "";
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.base + path))
			.timeout(Duration.ofSeconds(60))
			.header("Accept", "text/html");
	}

	private HttpRequest.Builder request(String path, Map<String, String> form) {
		String body = form.entrySet()
			.stream()
			.map((field) -> encode(field.getKey()) + "=" + encode(field.getValue()))
			.collect(Collectors.joining("&"));
		return request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(body));
	}

	private HttpResponse<String> send(HttpRequest request) {
		try {
			return this.http.send(request, BodyHandlers.ofString());
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
		catch (InterruptedException interrupted) {
			throw new IllegalStateException(interrupted);
		}
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
