package app.frontrow.push;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The part of a browser that makes a push subscription and decrypts messages, after RFC
 * 8188 and RFC 8291. It knows nothing of the library that encrypts.
 */
final class TestBrowser {

	private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

	private final KeyPair keys;

	private final byte[] secret = new byte[16];

	private final String origin;

	private final String path = "/" + UUID.randomUUID();

	TestBrowser(String origin) {
		this.origin = origin;
		new SecureRandom().nextBytes(this.secret);
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec("secp256r1"));
			this.keys = generator.generateKeyPair();
		}
		catch (GeneralSecurityException failure) {
			throw new IllegalStateException(failure);
		}
	}

	String path() {
		return this.path;
	}

	PushSubscription subscription() {
		return new PushSubscription(this.origin + this.path, BASE64.encodeToString(publicKey()),
				BASE64.encodeToString(this.secret));
	}

	String decrypt(byte[] body) {
		try {
			ByteBuffer message = ByteBuffer.wrap(body);
			byte[] salt = take(message, 16);
			message.getInt();
			byte[] sender = take(message, message.get());
			byte[] shared = agree(sender);
			byte[] key = derive(this.secret, shared,
					concat("WebPush: info\0".getBytes(StandardCharsets.US_ASCII), publicKey(), sender), 32);
			Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
			cipher.init(Cipher.DECRYPT_MODE,
					new SecretKeySpec(derive(salt, key, ascii("Content-Encoding: aes128gcm\0"), 16), "AES"),
					new GCMParameterSpec(128, derive(salt, key, ascii("Content-Encoding: nonce\0"), 12)));
			byte[] padded = cipher.doFinal(take(message, message.remaining()));
			int end = padded.length - 1;
			while (padded[end] == 0) {
				end--;
			}
			return new String(padded, 0, end, StandardCharsets.UTF_8);
		}
		catch (GeneralSecurityException failure) {
			throw new IllegalStateException(failure);
		}
	}

	/** Whether the JSON Web Token of a VAPID header was signed with this public key. */
	static boolean isSigned(String token, String publicKey) {
		try {
			int end = token.lastIndexOf('.');
			Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
			signature.initVerify(readKey(Base64.getUrlDecoder().decode(publicKey)));
			signature.update(ascii(token.substring(0, end)));
			return signature.verify(Base64.getUrlDecoder().decode(token.substring(end + 1)));
		}
		catch (GeneralSecurityException failure) {
			throw new IllegalStateException(failure);
		}
	}

	private byte[] publicKey() {
		ECPoint point = ((ECPublicKey) this.keys.getPublic()).getW();
		return concat(new byte[] { 4 }, coordinate(point.getAffineX()), coordinate(point.getAffineY()));
	}

	private byte[] agree(byte[] sender) throws GeneralSecurityException {
		KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
		agreement.init(this.keys.getPrivate());
		agreement.doPhase(readKey(sender), true);
		return agreement.generateSecret();
	}

	private static ECPublicKey readKey(byte[] uncompressed) throws GeneralSecurityException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
		generator.initialize(new ECGenParameterSpec("secp256r1"));
		ECPoint point = new ECPoint(new BigInteger(1, Arrays.copyOfRange(uncompressed, 1, 33)),
				new BigInteger(1, Arrays.copyOfRange(uncompressed, 33, 65)));
		return (ECPublicKey) KeyFactory.getInstance("EC")
			.generatePublic(
					new ECPublicKeySpec(point, ((ECPublicKey) generator.generateKeyPair().getPublic()).getParams()));
	}

	/** HKDF with SHA-256 for at most 32 bytes. */
	private static byte[] derive(byte[] salt, byte[] key, byte[] info, int length) throws GeneralSecurityException {
		byte[] extracted = hmac(salt, key);
		return Arrays.copyOf(hmac(extracted, concat(info, new byte[] { 1 })), length);
	}

	private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
		Mac mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(key, "HmacSHA256"));
		return mac.doFinal(text);
	}

	private static byte[] coordinate(BigInteger number) {
		byte[] bytes = number.toByteArray();
		byte[] result = new byte[32];
		int length = Math.min(32, bytes.length);
		System.arraycopy(bytes, bytes.length - length, result, 32 - length, length);
		return result;
	}

	private static byte[] take(ByteBuffer message, int length) {
		byte[] bytes = new byte[length];
		message.get(bytes);
		return bytes;
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	private static byte[] concat(byte[]... parts) {
		ByteBuffer all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt((part) -> part.length).sum());
		Arrays.stream(parts).forEach(all::put);
		return all.array();
	}

}
