package app.frontrow.members.web;

/**
 * What the log-in page keeps of a refused try.
 *
 * @param username as it was typed
 * @param password never kept; the page has a field of this name
 */
record LoginForm(String username, String password) {
}
