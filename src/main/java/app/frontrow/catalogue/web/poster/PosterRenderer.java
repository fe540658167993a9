package app.frontrow.catalogue.web.poster;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;

import app.frontrow.catalogue.concert.Concert;
import app.frontrow.catalogue.text.SearchTextNormalizer;

import org.springframework.web.util.HtmlUtils;

/**
 * Draws a concert's poster as SVG, 300 by 400. The same concert always gets the same
 * poster. Any content security policy allows it, because it has no styles and no scripts.
 */
class PosterRenderer {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy.MM.dd")
		.withZone(ZoneId.of("Asia/Seoul"));

	/** The last two names select the Korean font of the reader's system. */
	private static final String FONTS = "Pretendard,system-ui,sans-serif";

	private static final int NORMAL = 400;

	private static final int MARGIN = 24;

	private static final int WIDTH = 300 - 2 * MARGIN;

	private static final int BASELINE = 372;

	/** Height of the fade above the text. */
	private static final int FADE_HEIGHT = 70;

	private final Concert concert;

	private final PosterPalette palette;

	PosterRenderer(Concert concert) {
		this.concert = concert;
		this.palette = PosterPalette.of(concert.id());
	}

	String draw() {
		TextBlock title = TextBlock.fit(this.concert.title(), WIDTH, 3);
		StringBuilder svg = new StringBuilder(4096);
		svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 300 400\" width=\"300\" height=\"400\">");
		svg.append("<defs>");
		gradient(svg, "sky", stop("0", this.palette.night()), stop(".8", this.palette.dusk()));
		gradient(svg, "shade", stop("0", this.palette.night(), "0"), stop(".22", this.palette.night(), ".84"),
				stop("1", this.palette.night(), ".94"));
		svg.append("</defs><rect width=\"300\" height=\"400\" fill=\"url(#sky)\"/>");
		new PosterMotif(this.palette, this.concert.id(), seed()).drawTo(svg);
		int base = BASELINE - 52 - title.height();
		int head = base - title.size() - 4;
		svg.append("<rect y=\"%d\" width=\"300\" height=\"%d\" fill=\"url(#shade)\"/>".formatted(head - FADE_HEIGHT,
				400 - head + FADE_HEIGHT));
		svg.append("<g font-family=\"").append(FONTS).append("\">");
		if (!isNamedInTitle(this.concert)) {
			text(svg, head, 15, 600, this.palette.light(), TextBlock.shorten(this.concert.artist(), 15, WIDTH));
		}
		lines(svg, title, base);
		svg.append("<rect x=\"24\" y=\"%d\" width=\"36\" height=\"3\" fill=\"%s\"/>".formatted(BASELINE - 32,
				this.palette.light()));
		text(svg, BASELINE - 10, 12, 400, "#e8edf8", dates());
		text(svg, BASELINE + 8, 12, 400, "#c3cde3", TextBlock.shorten(this.concert.venue(), 12, WIDTH));
		return svg.append("</g></svg>").toString();
	}

	/**
	 * Returns whether the title contains the artist. Then the poster does not name the
	 * artist again.
	 */
	private static boolean isNamedInTitle(Concert concert) {
		return SearchTextNormalizer.normalizeQuery(concert.title())
			.contains(SearchTextNormalizer.normalizeQuery(concert.artist()));
	}

	private long seed() {
		long mixed = Objects.hash(this.concert.id(), this.concert.title(), this.concert.artist()) * 0x9E3779B97F4A7C15L;
		return mixed ^ (mixed >>> 29);
	}

	private String dates() {
		Instant first = this.concert.firstShowAt();
		Instant last = this.concert.lastShowAt();
		if (first == null || last == null) {
			return "";
		}
		String from = DAY.format(first);
		String to = DAY.format(last);
		return from.equals(to) ? from : from + " – " + to;
	}

	private static void lines(StringBuilder svg, TextBlock title, int base) {
		List<String> lines = title.lines();
		for (int line = 0; line < lines.size(); line++) {
			text(svg, base + line * title.lineHeight(), title.size(), 800, "#ffffff", lines.get(line));
		}
	}

	private static void gradient(StringBuilder svg, String id, String... stops) {
		svg.append("<linearGradient id=\"%s\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"1\">".formatted(id))
			.append(String.join("", stops))
			.append("</linearGradient>");
	}

	private static String stop(String offset, String colour) {
		return "<stop offset=\"%s\" stop-color=\"%s\"/>".formatted(offset, colour);
	}

	private static String stop(String offset, String colour, String opacity) {
		return "<stop offset=\"%s\" stop-color=\"%s\" stop-opacity=\"%s\"/>".formatted(offset, colour, opacity);
	}

	private static void text(StringBuilder svg, int y, int size, int weight, String fill, String words) {
		svg.append("<text x=\"24\" y=\"%d\" font-size=\"%d\"%s fill=\"%s\">".formatted(y, size,
				(weight != NORMAL) ? " font-weight=\"" + weight + "\"" : "", fill))
			.append(HtmlUtils.htmlEscape(words, "UTF-8"))
			.append("</text>");
	}

}
