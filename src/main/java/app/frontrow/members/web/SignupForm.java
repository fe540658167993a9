package app.frontrow.members.web;

/**
 * A new account as the form sends it.
 *
 * @param username the name for log-in
 * @param displayName how the member wants to be called
 * @param password in clear, only here
 */
record SignupForm(String username, String displayName, String password) {
}
