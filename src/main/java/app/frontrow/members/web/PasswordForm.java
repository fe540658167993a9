package app.frontrow.members.web;

/**
 * A change of the password as the form sends it; never kept.
 *
 * @param currentPassword in clear, only here
 * @param newPassword in clear, only here
 */
record PasswordForm(String currentPassword, String newPassword) {
}
