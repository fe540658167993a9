package app.frontrow.security.totp;

/**
 * A secret for an app.
 *
 * @param secret in base 32, for typing
 * @param uri the same for a QR code, after the Key URI Format
 */
public record TotpProposal(String secret, String uri) {
}
