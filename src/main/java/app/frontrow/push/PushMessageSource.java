package app.frontrow.push;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes the notifications of one kind. The module of the event implements this.
 */
public interface PushMessageSource {

	/** The kind, for example {@code concert-news}. */
	String kind();

	/**
	 * Writes a notification.
	 * @param reference what happened, as it was given to the outbox
	 * @return empty if it is no longer true, so nothing is sent
	 */
	Optional<PushMessage> create(UUID reference, Locale language);

	/**
	 * What a notification says, in the language of its reader.
	 *
	 * @param page the beginning of the addresses of pages that show the same news. While
	 * the member looks at one of them, no notification is shown
	 * @param address the page that a click on the notification opens
	 * @param tag a notification replaces an earlier one of the same tag; at most 32
	 * letters, digits and {@code -}
	 */
	record PushMessage(String title, String body, String page, String address, String tag) {
	}

}
