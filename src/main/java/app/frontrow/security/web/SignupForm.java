package app.frontrow.security.web;

/**
 * The form for a new account. The password is in clear text and never stored.
 */
record SignupForm(String username, String displayName, String password) {

	/** An absent field is an empty one. */
	SignupForm {
		username = (username != null) ? username : "";
		displayName = (displayName != null) ? displayName : "";
		password = (password != null) ? password : "";
	}

}
