package app.frontrow.members.web;

/**
 * The form for a new account.
 *
 * @param username the name for log-in
 * @param displayName the name that pages show
 * @param password in clear text, never stored
 */
record SignupForm(String username, String displayName, String password) {
}
