package app.frontrow.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import app.frontrow.RunningProduct;
import app.frontrow.journey.ReconciliationFixture;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Spoilt requests to every page and every form, by visitors with and without a log-in and
 * a turn: never a 500, nothing of the inside, and no refusal that changes anything. Seed
 * and number as for {@link ApiFuzzIT}, of whose requests these are a tenth.
 */
@RunningProduct
class PageFuzzIT {

	private static final Logger log = LoggerFactory.getLogger(PageFuzzIT.class);

	private static final long SEED = 874_155;

	private static final int BATCH = 100;

	private static final List<String> FIELDS = List.of("username", "password", "displayName", "amount", "returnTo",
			"idempotencyKey", "showId", "seatNumbers", "language", "q", "page", "from", "seats");

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	private FuzzFixture scene;

	@Test
	void everyRequestIsAnsweredAndARefusalChangesNothing() {
		long seed = Long.getLong("fuzz.seed", SEED);
		int count = Integer.getInteger("fuzz.requests", 20_000) / 10;
		log.info("{} requests: -Dfuzz.seed={}", count, seed);
		this.scene = new FuzzFixture(this.port, this.jdbc);
		List<String> pages = pages();
		RequestFlood flood = new RequestFlood(RawHttpClient.to(this.port),
				new StoreDigest(this.jdbc, this.scene.concert()), AnswerCheck::ofPage);
		PageVisitor nobody = new PageVisitor(this.port);
		PageVisitor member = new PageVisitor(this.port).comeIn(this.scene.concert());

		for (int from = 0; from < count && flood.faults().isEmpty(); from += BATCH) {
			PageVisitor inside = member;
			flood.send(IntStream.range(from, from + BATCH)
				.mapToObj((number) -> make(pages, nobody, inside, new Random(seed * 1_000_003 + number), number))
				.toList());
			if (!member.isLoggedIn()) {
				member = new PageVisitor(this.port).comeIn(this.scene.concert());
			}
		}

		log.info("{} requests were sent: {}", flood.sent(), flood.outcomes());
		assertThat(flood.faults()).as("-Dfuzz.seed=" + seed).isEmpty();
		assertThat(flood.outcomes()).hasSameSizeAs(pages);
		new ReconciliationFixture(this.jdbc).audit();
	}

	/**
	 * Method and path of all that is not the API, and of what the security chain serves.
	 */
	private List<String> pages() {
		List<String> pages = new ArrayList<>(List.of("POST /login", "POST /logout", "GET /css/frontrow.css"));
		this.mappings.getHandlerMethods()
			.keySet()
			.forEach((mapping) -> mapping.getPatternValues()
				.stream()
				.filter((path) -> !path.startsWith("/api") && !path.startsWith("/webjars"))
				.forEach((path) -> pages.add((mapping.getMethodsCondition().getMethods().isEmpty() ? "GET"
						: mapping.getMethodsCondition().getMethods().iterator().next()) + " " + path)));
		return pages.stream().distinct().sorted().toList();
	}

	private RequestDraft make(List<String> pages, PageVisitor nobody, PageVisitor member, Random random, int number) {
		random.nextLong();
		String page = pages.get(number % pages.size());
		PageVisitor visitor = (random.nextInt(4) == 0) ? nobody : member;
		String path = page.replaceFirst("[A-Z]+ ", "")
			.replace("{concertId}", String.valueOf(this.scene.concert()))
			.replace("{showId}", String.valueOf(this.scene.show(random.nextInt())))
			.replaceAll("\\{[^}]*}", "00000000-0000-4000-8000-000000000000");
		RequestDraft draft = new RequestDraft(page, (visitor == member) ? "a member" : "a visitor",
				page.replaceFirst(" .*", ""), path);
		draft.header("Host", "127.0.0.1");
		draft.header("Accept", "text/html");
		draft.header("Cookie", visitor.cookies());
		String fields = fields(random);
		if (draft.verb.equals("POST")) {
			draft.header("Content-Type", "application/x-www-form-urlencoded");
			draft.body("_csrf=" + ((random.nextInt(10) > 0) ? visitor.token() : "x") + fields);
		}
		else if (!fields.isEmpty()) {
			draft.query.add(fields.substring(1));
		}
		if (random.nextInt(3) > 0) {
			new RequestSpoiler(draft, null, random).spoil();
		}
		return draft;
	}

	private String fields(Random random) {
		StringBuilder fields = new StringBuilder();
		for (int more = random.nextInt(5); more > 0; more--) {
			String good = String.valueOf(this.scene.show(random.nextInt()));
			String value = (random.nextInt(3) > 0) ? OddValues.text(random) : good;
			fields.append('&')
				.append(OddValues.one(FIELDS, random))
				.append('=')
				.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
		}
		return fields.toString();
	}

}
