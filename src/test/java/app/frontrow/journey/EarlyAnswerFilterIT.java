package app.frontrow.journey;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.rules.ProvesRule;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Answers in front of security and controllers equal those of the controllers. A request
 * with a list of media types in its Accept header takes the usual way.
 */
class EarlyAnswerFilterIT extends ProductTest {

	private static final String USUAL_WAY = "application/json, */*";

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private ResourceUrlProvider files;

	private ApiClient visitor;

	private ApiClient inside;

	private long concert;

	private long show;

	@BeforeEach
	void oneMemberInside() {
		this.concert = ConcertFixture.onSale(this.programme, 1);
		this.show = this.catalogue.findShows(this.concert).get(0).id();
		this.visitor = ApiClient.at(this.port);
		this.inside = this.audience.member().comeIn(this.concert);
	}

	@Test
	void earlyAnswersEqualUsualAnswers() {
		for (String path : List.of("/api/v1/concerts", "/api/v1/concerts/" + this.concert,
				"/api/v1/concerts?status=ON_SALE", "/api/v1/concerts?status=ENDED&page=1&size=1",
				"/api/v1/concerts?page=100000", "/api/v1/concerts?size=100", "/api/v1/concerts?q=night",
				"/api/v1/concerts?unknown=1")) {
			assertSame(this.visitor, path, 200);
			assertSame(this.inside, path, 200);
		}
		assertSame(this.inside, "/api/v1/shows/" + this.show + "/seats", 200);
		assertSame(this.inside, "/api/v1/wallet", 200);
	}

	@Test
	void earlyRefusalsEqualUsualRefusals() {
		for (String path : List.of("/api/v1/concerts?status=on_sale", "/api/v1/concerts?status=SOON",
				"/api/v1/concerts?page=-1", "/api/v1/concerts?page=100001", "/api/v1/concerts?size=0",
				"/api/v1/concerts?size=101", "/api/v1/concerts?page=x", "/api/v1/concerts?page=1&page=2",
				"/api/v1/concerts?status=ON_SALE&status=ENDED", "/api/v1/concerts?size=99999999999999999999")) {
			assertSame(this.visitor, path);
		}
		assertSame(this.visitor, "/api/v1/concerts/999999999", 404);
		assertSame(this.inside, "/api/v1/shows/999999999/seats", 404);
		String seats = "/api/v1/shows/" + this.show + "/seats";
		assertSame(this.visitor, "/api/v1/wallet", 401);
		assertSame(this.inside.with("Authorization", "Bearer nobody"), "/api/v1/wallet", 401);
		assertSame(this.visitor, seats, 401);
		assertSame(this.visitor.withQueueToken(this.inside.header("Queue-Token")), seats, 401);
		assertSame(this.inside.with("Authorization", "Bearer nobody"), seats, 401);
		assertSame(this.inside.withQueueToken(null), seats, 401);
		assertSame(this.inside.withQueueToken("a.b.c"), seats, 401);
	}

	@Test
	void unchangedSeatsAreNotSentAgain() {
		String seats = "/api/v1/shows/" + this.show + "/seats";
		String tag = this.inside.get(seats).expect(200).response().headers().firstValue("ETag").orElseThrow();

		this.inside.with("If-None-Match", tag).get(seats).expect(304);
		for (String known : List.of(tag, "\"other\"", "\"other\", " + tag, tag.replace("W/", ""), "other", "")) {
			assertSame(this.inside.with("If-None-Match", known), seats);
		}
	}

	@Test
	@ProvesRule(rule = "A request with If-None-Match: * gets 304 if the answer has a tag",
			guard = "IfNoneMatchAnyFilter.doFilterInternal", brokenBy = "always sending the answer")
	@ProvesRule(rule = "The tags of files are compared", guard = "StaticFileConfiguration.tag",
			brokenBy = "returning no tag")
	void starMatchesEveryTag() {
		ApiClient knowing = this.inside.with("If-None-Match", "*");
		String seats = "/api/v1/shows/" + this.show + "/seats";

		for (String accept : List.of("*/*", "application/json", USUAL_WAY, "application/*;q=0.5")) {
			Answer known = knowing.with("Accept", accept).get(seats).expect(304);
			assertThat(known.header("ETag")).isNotEmpty();
			assertThat(known.response().body()).isEmpty();
		}
		String poster = "/concerts/" + this.concert + "/poster.svg";
		String script = this.files.getForLookupPath("/js/frontrow.js");
		for (String path : List.of(poster, script)) {
			String tag = this.visitor.get(path).expect(200).header("ETag");
			this.visitor.with("If-None-Match", "*").get(path).expect(304);
			this.visitor.with("If-None-Match", tag).get(path).expect(304);
			this.visitor.with("If-None-Match", "\"other\"").get(path).expect(200);
		}
	}

	@Test
	void answerWithoutATagIsAlwaysSent() {
		for (String path : List.of("/api/v1/concerts", "/api/v1/wallet")) {
			assertSame(this.inside.with("If-None-Match", "*"), path, 200);
		}
		assertSame(this.inside.with("If-None-Match", "*"), "/api/v1/shows/999999999/seats", 404);
	}

	@Test
	void seatsAreCompressed() throws Exception {
		HttpRequest request = HttpRequest
			.newBuilder(URI.create("http://localhost:" + this.port + "/api/v1/shows/" + this.show + "/seats"))
			.header("Authorization", this.inside.header("Authorization"))
			.header("Queue-Token", this.inside.header("Queue-Token"))
			.header("Accept-Encoding", "gzip")
			.build();

		HttpResponse<Void> seats = HttpClient.newHttpClient().send(request, BodyHandlers.discarding());

		assertThat(seats.statusCode()).isEqualTo(200);
		assertThat(seats.headers().firstValue("Content-Encoding")).contains("gzip");
	}

	@Test
	void requestsAreCountedUnderTheirPath() {
		long before = counted("/api/v1/concerts");

		this.visitor.get("/api/v1/concerts").expect(200);
		this.visitor.with("Accept", USUAL_WAY).get("/api/v1/concerts").expect(200);

		assertThat(counted("/api/v1/concerts")).isGreaterThanOrEqualTo(before + 2);
	}

	private long counted(String path) {
		return this.meters.find("http.server.requests")
			.tag("uri", path)
			.timers()
			.stream()
			.mapToLong((timer) -> timer.count())
			.sum();
	}

	private static void assertSame(ApiClient client, String path, int status) {
		assertThat(assertSame(client, path).status()).as(path).isEqualTo(status);
	}

	private static Answer assertSame(ApiClient client, String path) {
		Answer early = client.get(path);
		Answer usual = client.with("Accept", USUAL_WAY).get(path);
		assertThat(early.status()).as(path).isEqualTo(usual.status());
		assertThat(early.response().body()).as(path).isEqualTo(usual.response().body());
		assertThat(headers(early)).as(path).isEqualTo(headers(usual));
		return early;
	}

	private static Map<String, List<String>> headers(Answer answer) {
		Map<String, List<String>> headers = new HashMap<>(answer.response().headers().map());
		headers.keySet()
			.removeAll(List.of("connection", "date", "content-length", "transfer-encoding", "Connection", "Date",
					"Content-Length"));
		return headers;
	}

}
