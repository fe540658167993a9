package app.frontrow.waitingroom.draw;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import app.frontrow.shared.KeyRing;
import app.frontrow.shared.KeyRing.RingKey;
import app.frontrow.shared.MasterKey;
import app.frontrow.waitingroom.draw.DrawSeedRepository.SealedSeed;

import org.springframework.stereotype.Component;

/**
 * Makes the seeds of draws, and seals them with AES-GCM under a key of the installation.
 * So who reads the database knows no order before its draw. A sealed seed fits no other
 * concert.
 */
@Component
class DrawSeedCipher {

	private static final int SEED_BYTES = 32;

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private static final HexFormat HEX = HexFormat.of();

	private final SecureRandom random = new SecureRandom();

	private final KeyRing keys;

	DrawSeedCipher(KeyRing keys) {
		this.keys = keys;
	}

	/** Returns a new seed: 64 random hexadecimal digits. */
	String makeSeed() {
		byte[] seed = new byte[SEED_BYTES];
		this.random.nextBytes(seed);
		return HEX.formatHex(seed);
	}

	/**
	 * Returns the seed of a concert that was announced before seeds were pinned. It was
	 * derived from the key of the installation, and its commitment is public.
	 */
	String deriveSeed(long concertId) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(this.keys.current().derive("frontrow draw"), "HmacSHA256"));
			return HEX.formatHex(mac.doFinal(("frontrow draw " + concertId).getBytes(StandardCharsets.US_ASCII)));
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	String currentKeyId() {
		return this.keys.current().id();
	}

	/** Seals the seed with the current key. */
	SealedSeed seal(long concertId, String seed) {
		byte[] nonce = new byte[NONCE_BYTES];
		this.random.nextBytes(nonce);
		byte[] sealed = apply(Cipher.ENCRYPT_MODE, this.keys.current(), concertId, nonce,
				seed.getBytes(StandardCharsets.US_ASCII));
		byte[] all = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
		return new SealedSeed(concertId, DrawAlgorithm.computeCommitment(seed), Base64.getEncoder().encodeToString(all),
				currentKeyId());
	}

	/**
	 * Opens a sealed seed.
	 * @return empty if the settings do not have its key
	 */
	Optional<String> open(SealedSeed sealed) {
		ByteBuffer all = ByteBuffer.wrap(Base64.getDecoder().decode(sealed.sealed()));
		byte[] nonce = new byte[NONCE_BYTES];
		all.get(nonce);
		byte[] text = new byte[all.remaining()];
		all.get(text);
		return this.keys.all()
			.stream()
			.map(RingKey::key)
			.filter((key) -> key.id().equals(sealed.keyId()))
			.findFirst()
			.map((key) -> apply(Cipher.DECRYPT_MODE, key, sealed.concertId(), nonce, text))
			.map((seed) -> new String(seed, StandardCharsets.US_ASCII));
	}

	private static byte[] apply(int mode, MasterKey key, long concertId, byte[] nonce, byte[] text) {
		try {
			Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
			cipher.init(mode, new SecretKeySpec(key.derive("frontrow draw seal"), "AES"),
					new GCMParameterSpec(TAG_BITS, nonce));
			cipher.updateAAD(String.valueOf(concertId).getBytes(StandardCharsets.US_ASCII));
			return cipher.doFinal(text);
		}
		catch (GeneralSecurityException changed) {
			throw new IllegalStateException("The sealed seed of concert " + concertId + " was changed", changed);
		}
	}

}
