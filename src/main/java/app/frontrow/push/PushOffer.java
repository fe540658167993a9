package app.frontrow.push;

import org.springframework.stereotype.Component;

/**
 * Tells pages whether they can offer calls. The page of the waiting room uses it as
 * {@code @pushOffer}.
 */
@Component
public class PushOffer {

	private final PushSettings settings;

	public PushOffer(PushSettings settings) {
		this.settings = settings;
	}

	/** Returns the key that a browser subscribes with; null if nobody can be called. */
	public String publicKey() {
		return this.settings.isEnabled() ? this.settings.publicKey() : null;
	}

}
