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
import org.jspecify.annotations.Nullable;

/**
 * Checks a new password. It must be long enough, must not be a common one, and must not
 * consist only of names of the member or of this site. There is no rule about kinds of
 * characters.
 */
public final class PasswordRules {

	static final int MIN_LENGTH = 8;

	static final int MAX_LENGTH = 128;

	/**
	 * The largest number of code units of an allowed password, in any Unicode form. A
	 * longer text is refused at once, because its normalization would take too long.
	 */
	static final int MAX_CODE_UNITS = 8 * MAX_LENGTH;

	/**
	 * The least number of letters that must remain of a password without its guessable
	 * words.
	 */
	private static final int MIN_OWN_LETTERS = 4;

	/**
	 * Words that visitors of this site choose first. Some are Korean words typed on an
	 * English keyboard.
	 */
	private static final List<String> OUR_WORDS = List.of("frontrow", "concert", "ticket", "password", "콘서트", "공연",
			"티켓", "예매", "비밀번호", "qlalfqjsgh", "안녕하세요", "dkssudgktpdy", "사랑해", "tkfkdgo");

	private static final Set<String> COMMON = common();

	private PasswordRules() {
	}

	/**
	 * Returns the rule that the password breaks, if any.
	 * @param field the name of the field as the caller knows it
	 * @param password the password as it was entered; null counts as too short
	 * @param names the member's username and display name, each within its maximum length
	 */
	public static Optional<Violation> violation(String field, @Nullable String password, String... names) {
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

	/**
	 * Returns whether the text is longer than any allowed password, so that it must not
	 * be normalized.
	 */
	static boolean isTooLong(@Nullable CharSequence password) {
		return password != null && password.length() > MAX_CODE_UNITS;
	}

	private static boolean isOfGoodLength(String composed) {
		int length = composed.codePointCount(0, composed.length());
		return length >= MIN_LENGTH && length <= MAX_LENGTH;
	}

	private static String composed(@Nullable String password) {
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

	/**
	 * Returns the guessable words. The longest come first, because a word may be part of
	 * another one.
	 */
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
