package app.frontrow.waitingroom.token;

import java.text.ParseException;
import java.time.Instant;

import app.frontrow.shared.KeyRing.RingKey;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;

/**
 * A key of queue tokens: signs and verifies, and has a name for the header of tokens.
 */
class QueueTokenKey {

	private static final JWSHeader PLAIN_HEADER = new JWSHeader(JWSAlgorithm.HS256);

	private final String id;

	private final RingKey source;

	private final JWSHeader header;

	private final MACSigner signer;

	private final MACVerifier verifier;

	QueueTokenKey(RingKey source) {
		this.id = source.key().id();
		this.source = source;
		this.header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(this.id).build();
		byte[] secret = source.key().derive("frontrow queue token");
		try {
			this.signer = new MACSigner(secret);
			this.verifier = new MACVerifier(secret);
		}
		catch (JOSEException unusable) {
			throw new IllegalStateException("frontrow.token-key cannot sign", unusable);
		}
	}

	String id() {
		return this.id;
	}

	boolean isOver(Instant now) {
		return this.source.isOver(now);
	}

	/**
	 * Signs the payload.
	 * @param named whether the header names this key
	 */
	String sign(String payload, boolean named) {
		try {
			JWSObject token = new JWSObject(named ? this.header : PLAIN_HEADER, new Payload(payload));
			token.sign(this.signer);
			return token.serialize();
		}
		catch (JOSEException unusable) {
			throw new IllegalStateException("frontrow.token-key cannot sign", unusable);
		}
	}

	/** Returns whether this key has signed the token. */
	boolean hasSigned(JWSObject token) throws JOSEException {
		return token.verify(this.verifier);
	}

	static JWSObject parse(String token) throws ParseException {
		JWSObject parsed = JWSObject.parse(token);
		if (!JWSAlgorithm.HS256.equals(parsed.getHeader().getAlgorithm())) {
			throw new QueueTokenInvalidException();
		}
		return parsed;
	}

}
