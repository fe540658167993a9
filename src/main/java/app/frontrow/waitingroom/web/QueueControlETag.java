package app.frontrow.waitingroom.web;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import app.frontrow.waitingroom.policy.QueueControl;
import org.jspecify.annotations.Nullable;

/**
 * The version of a waiting room's controls as it stands in entity tags.
 */
final class QueueControlETag {

	private static final Pattern TAG = Pattern.compile("\\s*\"([0-9a-f-]{36})(\\.[^\"]*)?\"\\s*");

	private QueueControlETag() {
	}

	/**
	 * The entity tag of an answer.
	 * @param figures what else the answer shows; it is no part of the version
	 */
	static String tag(QueueControl control, Object figures) {
		return "\"" + of(control) + "." + Integer.toHexString(figures.hashCode()) + "\"";
	}

	/** Tells whether a change is meant for any version. */
	static boolean isAny(@Nullable String ifMatch) {
		return ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*");
	}

	/**
	 * Tells whether these controls have the version of the header. A tag that is none of
	 * ours is the version of no controls.
	 */
	static boolean matches(@Nullable String ifMatch, QueueControl control) {
		Matcher tag = TAG.matcher((ifMatch != null) ? ifMatch : "");
		return tag.matches() && tag.group(1).equals(of(control));
	}

	private static String of(QueueControl control) {
		return UUID.nameUUIDFromBytes(control.toString().getBytes(StandardCharsets.UTF_8)).toString();
	}

}
