package app.frontrow.catalogue.web.page;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;

import app.frontrow.catalogue.cache.CachedConcert;
import app.frontrow.catalogue.cache.ConcertSearchService;
import app.frontrow.catalogue.concert.ConcertFilter;
import app.frontrow.shared.web.site.SiteAddressResolver;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.HtmlUtils;

/**
 * Tells search engines which pages there are. The text is made once a minute, because it
 * names many concerts.
 */
@Controller
class SitemapController {

	/**
	 * Concerts after these are far in the future. A sitemap may have 50,000 addresses.
	 */
	private static final int MAX_CONCERTS = 10_000;

	private static final MediaType ROBOTS = new MediaType("text", "plain", StandardCharsets.UTF_8);

	private static final MediaType SITEMAP = new MediaType("application", "xml", StandardCharsets.UTF_8);

	private final Cache<String, String> sitemaps = Caffeine.newBuilder()
		.expireAfterWrite(Duration.ofMinutes(1))
		.maximumSize(4)
		.build();

	private final ConcertSearchService search;

	private final SiteAddressResolver addresses;

	private final Clock clock;

	SitemapController(ConcertSearchService search, SiteAddressResolver addresses, Clock clock) {
		this.search = search;
		this.addresses = addresses;
		this.clock = clock;
	}

	@GetMapping("/robots.txt")
	ResponseEntity<String> robots(HttpServletRequest request) {
		return ResponseEntity.ok().contentType(ROBOTS).body("""
				User-agent: *
				Disallow: /api/
				Disallow: /me/
				Disallow: /reservations
				Disallow: /shows/
				Disallow: /concerts/*/queue
				Disallow: /*?*filter-
				Sitemap: %s
				""".formatted(this.addresses.resolve(request, "/sitemap.xml")));
	}

	@GetMapping("/sitemap.xml")
	ResponseEntity<String> sitemap(HttpServletRequest request) {
		String site = this.addresses.resolve(request, "/");
		return ResponseEntity.ok().contentType(SITEMAP).body(this.sitemaps.get(site, this::write));
	}

	private String write(String site) {
		long now = CachedConcert.micros(this.clock.instant());
		StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
			.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
		String escaped = HtmlUtils.htmlEscape(site, StandardCharsets.UTF_8.name());
		append(xml, escaped);
		int count = 0;
		for (CachedConcert concert : this.search.find(ConcertFilter.ALL, now)) {
			if (concert.isOver(now) || ++count > MAX_CONCERTS) {
				break;
			}
			append(xml, escaped + "concerts/" + concert.id());
		}
		return xml.append("</urlset>\n").toString();
	}

	private static void append(StringBuilder xml, String address) {
		xml.append("<url><loc>").append(address).append("</loc></url>\n");
	}

}
