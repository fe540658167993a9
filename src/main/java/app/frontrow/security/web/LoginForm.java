package app.frontrow.security.web;

/**
 * The log-in form after a refused log-in.
 *
 * @param password always empty; the page needs a field of this name
 */
record LoginForm(String username, String password) {
}
