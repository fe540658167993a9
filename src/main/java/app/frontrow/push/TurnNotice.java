package app.frontrow.push;

import java.util.Locale;
import java.util.UUID;

/**
 * The request of a member to be called in one browser, or by mail, when it is their turn.
 *
 * @param language the language of the call
 */
record TurnNotice(long id, UUID memberId, long concertId, PushSubscription subscription, Locale language) {

	/** Whether the member wants a mail instead of a notification. */
	boolean byMail() {
		return this.subscription.isMail();
	}

}
