package app.frontrow.catalogue.web.poster;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.concert.Concert;
import app.frontrow.shared.error.NotFoundException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Draws a poster when it is first requested. Browsers may cache it, because the address
 * contains a version. The entity tag is weak, because Tomcat does not compress answers
 * with a strong one.
 */
@Controller
class PosterController {

	private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

	private static final Duration CACHE_LIFETIME = Duration.ofDays(7);

	/** The largest number of cached posters, of a few kilobytes each. */
	private static final int MAX_POSTERS = 1_000;

	private final CatalogueQueryService catalogue;

	private final Cache<Facts, String> posters = Caffeine.newBuilder().maximumSize(MAX_POSTERS).build();

	PosterController(CatalogueQueryService catalogue) {
		this.catalogue = catalogue;
	}

	@GetMapping("/concerts/{concertId}/poster.svg")
	ResponseEntity<String> poster(@PathVariable long concertId) {
		Concert concert = this.catalogue.getConcert(concertId);
		return ResponseEntity.ok()
			.contentType(SVG)
			.cacheControl(CacheControl.maxAge(CACHE_LIFETIME).cachePublic())
			.eTag("W/\"" + PosterVersion.of(concert) + "\"")
			.body(this.posters.get(Facts.of(concert), (facts) -> new PosterRenderer(concert).draw()));
	}

	/** Answers 404 without a body, because an image needs no error page. */
	@ExceptionHandler
	ResponseEntity<Void> missing(NotFoundException gone) {
		return ResponseEntity.notFound().build();
	}

	private record Facts(long id, String title, String artist, String venue, Instant firstShowAt, Instant lastShowAt) {

		static Facts of(Concert concert) {
			return new Facts(concert.id(), concert.title(), concert.artist(), concert.venue(), concert.firstShowAt(),
					concert.lastShowAt());
		}

	}

}
