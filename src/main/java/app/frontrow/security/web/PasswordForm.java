package app.frontrow.security.web;

/**
 * The form for a new password. Both passwords are in clear text and are never stored.
 */
record PasswordForm(String currentPassword, String newPassword) {

	/** An absent field is an empty one. */
	PasswordForm {
		currentPassword = (currentPassword != null) ? currentPassword : "";
		newPassword = (newPassword != null) ? newPassword : "";
	}

}
