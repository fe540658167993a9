package app.frontrow.security.web.account;

/**
 * The form for a forgotten password. Code and password are in clear text and are never
 * stored.
 */
record ResetForm(String username, String code, String newPassword) {

	/** An absent field is an empty one. */
	ResetForm {
		username = (username != null) ? username : "";
		code = (code != null) ? code : "";
		newPassword = (newPassword != null) ? newPassword : "";
	}

}
