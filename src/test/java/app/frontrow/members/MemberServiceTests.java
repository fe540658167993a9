package app.frontrow.members;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.InvalidInputException.Violation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

class MemberServiceTests {

	private static final Instant NOW = Instant.parse("2030-05-01T00:00:00.123456789Z");

	private static final String PASSWORD = "correct horse";

	private final AccountRepository accounts = mock();

	private final PasswordEncoder passwords = mock();

	private final MemberService members = new MemberService(this.accounts, this.passwords,
			new PasswordConcurrencyLimiter(), Clock.fixed(NOW, ZoneOffset.UTC));

	@BeforeEach
	void storeEverything() {
		given(this.accounts.saveAndFlush(any())).willAnswer((call) -> call.getArgument(0));
	}

	@Test
	void newMemberIsStoredWithThePasswordHash() {
		given(this.passwords.encode(PASSWORD)).willReturn("hash");

		Member member = this.members.register(" Mina.KIM ", PASSWORD, " 김미나 🎫 ");

		assertThat(member).isEqualTo(new Member(member.id(), "mina.kim", "김미나 🎫", Role.MEMBER,
				Instant.parse("2030-05-01T00:00:00.123456Z")));
		assertThat(member.id()).isNotNull();
		then(this.accounts).should()
			.saveAndFlush(
					argThat((account) -> account.toCredentials().passwordHash().equals("hash") && account.isNew()));
	}

	@Test
	void everyMemberHasADifferentId() {
		assertThat(this.members.register("mina", PASSWORD, "A").id())
			.isNotEqualTo(this.members.register("joon", PASSWORD, "B").id());
	}

	@ParameterizedTest
	@ValueSource(strings = { "abc", "a1b", "0.._-", "abcdefghijklmnopqrstuvwxyz1234", "ABC" })
	void validUsernameIsAccepted(String username) {
		this.members.register(username, PASSWORD, "A");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "ab", "abcdefghijklmnopqrstuvwxyz12345", ".abc", "-abc", "_abc", "a b", "a@b", "김미나",
			"a\nbc", "abc\0", "a\u200bbc", "İstanbul", "mіna" })
	void invalidUsernameIsRefused(String username) {
		assertThat(violations(username, PASSWORD, "A"))
			.containsExactly(new Violation("username", "username", List.of()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "mina1234", "김하늘!!", "김하늘 2030", "12345678" })
	@ProvesRule(rule = "The password rules hold for a sign-up", guard = "MemberService.check",
			brokenBy = "leaving out the rules")
	void passwordThatBreaksARuleIsNamed(String password) {
		assertThat(violations("mina", password, "김하늘 🎫")).extracting(Violation::field).containsExactly("password");
	}

	/** The Kelvin sign is the one letter of another script whose lower case is ASCII. */
	@Test
	void lookAlikeUsernameIsRefused() {
		assertThat(this.members.register("mi\u212Aa", PASSWORD, "A").username()).isEqualTo("mika");
		assertThat(MemberService.toCanonicalUsername(" MI\u212AA ")).isEqualTo("mika");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ＭＩＮＡ．Ｋ", "Mina.K", " mina.k\u3000" })
	void usernameIsStoredInOneForm(String typed) {
		assertThat(this.members.register(typed, PASSWORD, "A").username()).isEqualTo("mina.k");
		assertThat(MemberService.toCanonicalUsername(typed)).isEqualTo("mina.k");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u1112\u1161\u11ab강 \u00e9", "한강 e\u0301", "한강\u3000\u00e9" })
	@ProvesRule(rule = "A display name has one form, however it is typed", guard = "MemberService.register",
			brokenBy = "only removing the spaces around it")
	void displayNameIsStoredInOneForm(String typed) {
		assertThat(this.members.register("mina", PASSWORD, typed).displayName()).isEqualTo("한강 \u00e9");
	}

	@Test
	void invisibleOrDirectionChangingNameIsRefused() {
		assertThat(violations("mina", PASSWORD, "\u3164\u200b"))
			.containsExactly(new Violation("displayName", "invisible", List.of()));
		assertThat(violations("mina", PASSWORD, "\u202eanim"))
			.containsExactly(new Violation("displayName", "direction", List.of()));
	}

	@Test
	void passwordIsNotChangedBeforeHashing() {
		this.members.register("mina", "  spaces  ", "A");

		verify(this.passwords).encode("  spaces  ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "A", "김", "🎫", "O'Neil <b>", "مينا" })
	void validDisplayNameIsAccepted(String name) {
		assertThat(this.members.register("mina", PASSWORD, name).displayName()).isEqualTo(name);
	}

	@Test
	void displayNameLengthCountsCodePoints() {
		this.members.register("mina", PASSWORD, "🎫".repeat(40));
		assertThat(violations("mina", PASSWORD, "🎫".repeat(41))).extracting(Violation::rule)
			.containsExactly("display-name");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "   ", "a\nb", "a\tb", "a\0b", "a\u007fb", "a\u0085b", "a\uffff" })
	void invalidDisplayNameIsRefused(String name) {
		assertThat(violations("mina", PASSWORD, name))
			.containsExactly(new Violation("displayName", "display-name", List.of()));
	}

	@Test
	void nameWithHalfASurrogatePairIsRefused() {
		assertThat(violations("mina", PASSWORD, "a\ud83c")).extracting(Violation::field).containsExactly("displayName");
	}

	@Test
	void allFaultsAreReportedTogetherAndNothingIsStored() {
		assertThat(violations(null, null, null)).extracting(Violation::field)
			.containsExactly("username", "password", "displayName");
		verify(this.accounts, never()).saveAndFlush(any());
	}

	@Test
	void takenUsernameIsRefusedByTheDatabase() {
		given(this.accounts.saveAndFlush(any())).willThrow(new DataIntegrityViolationException("members_username"));

		assertThatThrownBy(() -> this.members.register("mina", PASSWORD, "A"))
			.isInstanceOf(UsernameTakenException.class);
	}

	@Test
	void searchTakesTheTextLiterally() {
		Account account = new Account("mina", "hash", "Mina", Role.MEMBER, NOW);
		given(this.accounts.search(any(), any(), any()))
			.willReturn(new PageImpl<>(List.of(account), PageRequest.of(1, 1), 3));

		assertThat(this.members.search(" m%_! ", 1, 1).items()).containsExactly(account.toMember());
		this.members.search(null, 0, 20);

		verify(this.accounts).search("m!%!_!!", "m!%!_!!", PageRequest.of(1, 1));
		verify(this.accounts).search("", "", PageRequest.of(0, 20));
	}

	@Test
	@ProvesRule(rule = "A member is found by name, however the name is typed", guard = "MemberService.search",
			brokenBy = "searching for what was typed")
	void searchLooksForBothUnicodeForms() {
		given(this.accounts.search(any(), any(), any()))
			.willReturn(new PageImpl<>(List.of(), PageRequest.of(0, 20), 0));

		this.members.search("e\u0301", 0, 20);
		this.members.search("\u00e9", 0, 20);

		verify(this.accounts, times(2)).search("\u00e9", "e\u0301", PageRequest.of(0, 20));
	}

	/** Ordering so many marks would take hours. */
	@Test
	@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
	void tooLongNamesAreRefusedAtOnce() {
		String marks = "e" + "\u0315\u0300".repeat(5_000_000);

		assertThat(violations(marks, PASSWORD, marks)).extracting(Violation::field)
			.containsExactly("username", "displayName");
	}

	private List<Violation> violations(String username, String password, String displayName) {
		return catchThrowableOfType(InvalidInputException.class,
				() -> this.members.register(username, password, displayName))
			.violations();
	}

}
