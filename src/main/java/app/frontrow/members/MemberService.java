package app.frontrow.members;

import java.text.Normalizer;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import app.frontrow.shared.PageOf;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.InvalidInputException.Violation;
import app.frontrow.shared.store.LikePatternEscaper;
import app.frontrow.shared.text.NameRules;
import app.frontrow.shared.text.ReadableTextRules;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/**
 * The accounts of everybody who buys tickets or runs the ticket office.
 */
@Service
public class MemberService {

	private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{2,29}");

	private static final int MAX_USERNAME = 30;

	private static final int MAX_DISPLAY_NAME = 40;

	private final AccountRepository accounts;

	private final PasswordEncoder passwords;

	private final PasswordConcurrencyLimiter turns;

	private final Clock clock;

	MemberService(AccountRepository accounts, PasswordEncoder passwords, PasswordConcurrencyLimiter turns,
			Clock clock) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.turns = turns;
		this.clock = clock;
	}

	/**
	 * Makes an account for a new member.
	 * @param username 3 to 30 of a-z, 0-9, dot, hyphen and underscore; upper case and
	 * full width are taken as lower case and half width
	 * @param password 8 to 128 characters, and not one that everybody would guess
	 * @param displayName 1 to 40 characters of any script, some of them visible; kept in
	 * one form (NFKC), as RFC 8266 says for such names
	 * @throws InvalidInputException if one of them breaks its rule
	 * @throws UsernameTakenException if somebody has the username
	 */
	public Member register(String username, String password, String displayName) {
		return register(username, password, displayName, Role.MEMBER);
	}

	/**
	 * Makes an account with a role; otherwise as
	 * {@link #register(String, String, String)}.
	 */
	public Member register(String username, String password, String displayName, Role role) {
		String name = (username != null) ? toCanonicalUsername(username) : "";
		String called = (displayName != null) ? displayName(displayName, Normalizer.Form.NFKC) : "";
		check(name, password, called);
		return this.turns.runInTurn(() -> registerInTurn(name, password, called, role));
	}

	private Member registerInTurn(String name, String password, String called, Role role) {
		Account account = new Account(name, this.passwords.encode(password), called, role,
				this.clock.instant().truncatedTo(ChronoUnit.MICROS));
		try {
			return this.accounts.saveAndFlush(account).toMember();
		}
		catch (DataIntegrityViolationException taken) {
			throw new UsernameTakenException();
		}
	}

	/**
	 * The member with this id.
	 */
	public Optional<Member> find(UUID id) {
		return this.accounts.findById(id).map(Account::toMember);
	}

	/**
	 * Members whose username begins with the text, or whose display name contains it,
	 * however its letters are typed; the oldest first.
	 * @param text null or empty for all
	 * @param page number of the page, from 0
	 * @param size members on a page
	 */
	public PageOf<Member> search(String text, int page, int size) {
		String typed = (text != null) ? text : "";
		Page<Account> found = this.accounts.search(LikePatternEscaper.escape(displayName(typed, Normalizer.Form.NFKC)),
				LikePatternEscaper.escape(displayName(typed, Normalizer.Form.NFKD)), PageRequest.of(page, size));
		return PageOf.of(found, found.getContent().stream().map(Account::toMember).toList());
	}

	/** A username as it is kept; whoever types it otherwise means the same member. */
	public static String toCanonicalUsername(String username) {
		return NameRules.normalized(username, MAX_USERNAME, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
	}

	/** Whether somebody can have this username; in lower case. */
	public static boolean isUsername(String name) {
		return USERNAME.matcher(name).matches();
	}

	private static String displayName(String typed, Normalizer.Form form) {
		return NameRules.normalized(typed, MAX_DISPLAY_NAME, form);
	}

	private static boolean isDisplayName(String name) {
		return !name.isEmpty() && name.codePointCount(0, name.length()) <= MAX_DISPLAY_NAME
				&& ReadableTextRules.isLine(name);
	}

	private static void check(String username, String password, String displayName) {
		List<Violation> violations = new ArrayList<>();
		if (!isUsername(username)) {
			violations.add(new Violation("username", "username", List.of()));
		}
		boolean isName = isDisplayName(displayName);
		PasswordRules.violation("password", password, isUsername(username) ? username : "", isName ? displayName : "")
			.ifPresent(violations::add);
		if (!isName) {
			violations.add(new Violation("displayName", "display-name", List.of()));
		}
		else {
			NameRules.violation("displayName", displayName).ifPresent(violations::add);
		}
		if (!violations.isEmpty()) {
			throw new InvalidInputException(violations);
		}
	}

}
