package app.frontrow.site;

/**
 * A member of the staff has changed a page. It is published in the transaction of the
 * change.
 */
public record SiteTextChanged(SitePage page, String language, String before, String after) {
}
