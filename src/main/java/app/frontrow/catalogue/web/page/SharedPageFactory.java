package app.frontrow.catalogue.web.page;

import java.util.List;

import app.frontrow.catalogue.concert.Concert;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.catalogue.web.poster.PosterVersion;
import app.frontrow.shared.web.site.SiteAddressResolver;
import jakarta.servlet.http.HttpServletRequest;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Describes the page of a concert for search engines and for sites that link to it.
 */
@Component
class SharedPageFactory {

	private static final int MAX_DESCRIPTION = 200;

	private final SiteAddressResolver addresses;

	private final JsonMapper json;

	SharedPageFactory(SiteAddressResolver addresses, JsonMapper json) {
		this.addresses = addresses;
		this.json = json;
	}

	SharedPageView create(Concert concert, List<Show> shows, HttpServletRequest request) {
		String url = this.addresses.resolve(request, "/concerts/" + concert.id());
		String poster = url + "/poster.svg?v=" + PosterVersion.of(concert);
		String event = escape(this.json.writeValueAsString(new SchemaOrgEvent(concert, shows, url, poster).toJson()));
		return new SharedPageView(concert.title(), describe(concert), url,
				this.addresses.resolve(request, "/img/touch-icon.png"), event);
	}

	/** Escapes characters of HTML, so that a title cannot end the script element. */
	private static String escape(String text) {
		return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
	}

	private static String describe(Concert concert) {
		String text = concert.description().isEmpty() ? concert.artist() + " · " + concert.venue()
				: concert.description();
		return (text.codePointCount(0, text.length()) <= MAX_DESCRIPTION) ? text
				: text.substring(0, text.offsetByCodePoints(0, MAX_DESCRIPTION)) + "…";
	}

}
