package app.frontrow.push;

import java.util.Locale;
import java.util.UUID;

/**
 * The wish of a member to be called in one browser when it is their turn.
 *
 * @param language the language of the call
 */
record TurnNotice(long id, UUID memberId, long concertId, PushSubscription subscription, Locale language) {
}
