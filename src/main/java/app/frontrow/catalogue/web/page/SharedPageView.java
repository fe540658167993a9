package app.frontrow.catalogue.web.page;

/**
 * What other sites show of a page that somebody links to.
 *
 * @param url whole address of the page
 * @param image whole address of a picture
 * @param event JSON-LD that can stand in a page as it is
 */
record SharedPageView(String title, String description, String url, String image, String event) {
}
