package app.frontrow.members;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.frontrow.shared.error.InvalidInputException.Violation;
import com.nulabinc.zxcvbn.StandardDictionaries;

/**
 * Which passwords a member may choose: long enough, not among those that everybody tries
 * first, and more than the member's or our own names. Which kinds of characters it is
 * made of is nobody's business.
 */
public final class PasswordRules {

	static final int MIN_LENGTH = 8;

	static final int MAX_LENGTH = 128;

	/**
	 * More code units than the longest password has however it is typed: looking at
	 * letters of a longer text takes longer than it may.
	 */
	static final int MAX_CODE_UNITS = 8 * MAX_LENGTH;

	/** Letters that must be left of a password without the words that anybody guesses. */
	private static final int MIN_OWN_LETTERS = 4;

	/**
	 * What people here think of first; some as typed with the keyboard left in English.
	 */
	private static final List<String> OUR_WORDS = List.of("frontrow", "concert", "ticket", "password", "콘서트", "공연",
			"티켓", "예매", "비밀번호", "qlalfqjsgh", "안녕하세요", "dkssudgktpdy", "사랑해", "tkfkdgo");

	private static final Set<String> COMMON = common();

	private PasswordRules() {
	}

	/**
	 * The rule that the password breaks, if any.
	 * @param field the name of the field as the caller knows it
	 * @param password as it was typed; null is too short
	 * @param names the member's user name and display name; none that is too long for one
	 */
	public static Optional<Violation> violation(String field, String password, String... names) {
		if (isTooLong(password) || !isOfGoodLength(composed(password))) {
			return Optional.of(new Violation(field, "password-length", List.of(MIN_LENGTH, MAX_LENGTH)));
		}
		String composed = composed(password);
		String folded = fold(composed);
		if (COMMON.contains(folded)) {
			return Optional.of(new Violation(field, "password-common", List.of()));
		}
		return isMadeOf(folded, words(names)) ? Optional.of(new Violation(field, "password-names", List.of()))
				: Optional.empty();
	}

	/** Whether the text is too long for a password, and for a look at its letters. */
	static boolean isTooLong(CharSequence password) {
		return password != null && password.length() > MAX_CODE_UNITS;
	}

	private static boolean isOfGoodLength(String composed) {
		int length = composed.codePointCount(0, composed.length());
		return length >= MIN_LENGTH && length <= MAX_LENGTH;
	}

	private static String composed(String password) {
		return Normalizer.normalize((password != null) ? password : "", Normalizer.Form.NFC);
	}

	private static boolean isMadeOf(String password, List<String> words) {
		String rest = password;
		for (String word : words) {
			rest = rest.replace(word, " ");
		}
		return !rest.equals(password) && rest.codePoints().filter(Character::isLetter).count() < MIN_OWN_LETTERS
				&& rest.codePoints().filter(Character::isLetterOrDigit).count() < MIN_LENGTH;
	}

	/** The longest first, as one may be a part of another. */
	private static List<String> words(String... names) {
		List<String> words = new ArrayList<>(OUR_WORDS);
		for (String name : names) {
			Stream.of(fold((name != null) ? name : "").split("[^\\p{L}\\p{N}]+"))
				.filter((word) -> word.length() > 1)
				.forEach(words::add);
		}
		words.sort(Comparator.comparingInt(String::length).reversed());
		return words;
	}

	private static Set<String> common() {
		try {
			return StandardDictionaries.PASSWORDS_LOADER.load()
				.getFrequencies()
				.stream()
				.filter((password) -> password.length() >= MIN_LENGTH)
				.map(PasswordRules::fold)
				.collect(Collectors.toUnmodifiableSet());
		}
		catch (IOException missing) {
			throw new UncheckedIOException(missing);
		}
	}

	private static String fold(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
	}

}
