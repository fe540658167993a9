package app.frontrow.site;

/**
 * The text of a page in one language.
 *
 * @param language {@code ko} or {@code en}
 * @param markdown as it was written
 * @param version grows with each change; 0 for the text that comes with the product
 */
public record SiteText(SitePage page, String language, String markdown, int version) {
}
