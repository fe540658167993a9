package app.frontrow.members;

import java.util.List;

import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.error.InvalidInputException.Violation;
import com.nulabinc.zxcvbn.StandardDictionaries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordRulesTests {

	@ParameterizedTest
	@CsvSource({ "correct horse, 1", "x, 128", "긴, 128", "🎫, 128", "🎫, 8", "가나다라마바사아, 1", "frontrow-demo, 1",
			"kx7#pQ2m, 1", "my concert is the best, 1", "콘서트는 언제나 맨 앞줄에서, 1", "minamoto no yoritomo, 1",
			"19900101 티켓 73, 1" })
	void validPasswordIsAccepted(String part, int times) {
		assertThat(rule(part.repeat(times))).isNull();
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "kx7#pQ2", "가나다라마바사", "🎫🎫🎫🎫🎫🎫🎫" })
	@ProvesRule(rule = "A password has at least 8 characters", guard = "PasswordRules.isOfGoodLength",
			brokenBy = "leaving out MIN_LENGTH")
	void tooShortPasswordIsRefused(String password) {
		assertThat(PasswordRules.violation("newPassword", password))
			.contains(new Violation("newPassword", "password-length", List.of(8, 128)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "긴", "🎫" })
	@ProvesRule(rule = "A password has at most 128 characters", guard = "PasswordRules.isOfGoodLength",
			brokenBy = "leaving out MAX_LENGTH")
	void tooLongPasswordIsRefused(String letter) {
		assertThat(rule(letter.repeat(129))).isEqualTo("password-length");
	}

	/** Ordering so many marks would take hours. */
	@Test
	@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
	@ProvesRule(rule = "The length of a password is checked before its letters", guard = "PasswordRules.violation",
			brokenBy = "leaving out isTooLong")
	void hugePasswordIsRefusedAtOnce() {
		assertThat(rule("e" + "\u0315\u0300".repeat(5_000_000))).isEqualTo("password-length");
	}

	/** 각 can be typed as one character or as three. */
	@Test
	@ProvesRule(rule = "The letters of a password are counted the same, however they are typed",
			guard = "PasswordRules.composed", brokenBy = "leaving out NFC")
	void lengthIsTheSameInEveryUnicodeForm() {
		assertThat(rule("\u1100\u1161\u11a8".repeat(7))).isEqualTo("password-length");
		assertThat(rule("\u1100\u1161\u11a8".repeat(128))).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "password", "PassWord", "12345678", "qwertyuiop", "iloveyou", "ｐａｓｓｗｏｒｄ", "baseball1" })
	@ProvesRule(rule = "A common password is refused", guard = "PasswordRules.COMMON", brokenBy = "leaving out the set")
	@ProvesRule(rule = "A common password is refused in any case and width", guard = "PasswordRules.fold",
			brokenBy = "returning the text itself")
	void commonPasswordIsRefused(String password) {
		assertThat(rule(password)).isEqualTo("password-common");
	}

	@Test
	void thousandsOfCommonPasswordsAreRefused() throws Exception {
		List<String> common = StandardDictionaries.PASSWORDS_LOADER.load()
			.getFrequencies()
			.stream()
			.filter((password) -> password.length() >= 8)
			.toList();

		assertThat(common).hasSizeGreaterThan(3_000)
			.allSatisfy((password) -> assertThat(rule(password)).isEqualTo("password-common"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "mina.kim", "MinaKim1", "minakim2030!", "1990-mina-kim", "김하늘김하늘김하늘", "frontrow2030",
			"Concert!2030", "concert-mina", "콘서트콘서트티켓", "비밀번호비밀번호", "dkssudgktpdy1", "password!!!", "하늘하늘 mina 1" })
	@ProvesRule(rule = "A password that is mostly a name is refused", guard = "PasswordRules.isMadeOf",
			brokenBy = "returning false")
	void passwordMadeOfNamesIsRefused(String password) {
		assertThat(rule(password)).isIn("password-names", "password-common");
	}

	@Test
	void nameOfAnotherMemberIsAccepted() {
		assertThat(PasswordRules.violation("password", "minakim2030!", "joon", "준")).isEmpty();
	}

	private static String rule(String password) {
		return PasswordRules.violation("password", password, "mina.kim", "하늘 김하늘 🎫").map(Violation::rule).orElse(null);
	}

}
