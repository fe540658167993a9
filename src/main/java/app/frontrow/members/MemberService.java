package app.frontrow.members;

import java.text.Normalizer;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import app.frontrow.shared.PageOf;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.InvalidInputException.Violation;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.store.LikePatternEscaper;
import app.frontrow.shared.text.NameRules;
import app.frontrow.shared.text.ReadableTextRules;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Creates and finds the accounts of members and administrators.
 */
@Service
public class MemberService {

	private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{2,29}");

	private static final int MAX_USERNAME = 30;

	private static final int MAX_DISPLAY_NAME = 40;

	private final AccountRepository accounts;

	private final PasswordEncoder passwords;

	private final PasswordConcurrencyLimiter concurrencyLimiter;

	private final Clock clock;

	MemberService(AccountRepository accounts, PasswordEncoder passwords, PasswordConcurrencyLimiter concurrencyLimiter,
			Clock clock) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.concurrencyLimiter = concurrencyLimiter;
		this.clock = clock;
	}

	/**
	 * Creates an account for a new member.
	 * @param username 3 to 30 of a-z, 0-9, dot, hyphen and underscore; upper case becomes
	 * lower case, and full width becomes half width
	 * @param password 8 to 128 characters; common passwords are refused
	 * @param displayName 1 to 40 characters of any script, at least one of them visible;
	 * it is stored in NFKC (RFC 8266)
	 * @throws InvalidInputException if one of them breaks its rule
	 * @throws UsernameTakenException if another account has the username
	 */
	public Member register(@Nullable String username, String password, @Nullable String displayName) {
		String name = (username != null) ? toCanonicalUsername(username) : "";
		String shownName = (displayName != null) ? displayName(displayName, Normalizer.Form.NFKC) : "";
		check(name, password, shownName);
		return this.concurrencyLimiter.runInTurn(() -> registerInTurn(name, password, shownName));
	}

	private Member registerInTurn(String name, String password, String shownName) {
		Account account = new Account(name, this.passwords.encode(password), shownName, Role.MEMBER,
				this.clock.instant().truncatedTo(ChronoUnit.MICROS));
		try {
			return this.accounts.saveAndFlush(account).toMember();
		}
		catch (DataIntegrityViolationException taken) {
			throw new UsernameTakenException();
		}
	}

	/**
	 * Changes the display name of a member.
	 * @param displayName as in {@link #register(String, String, String)}
	 * @return the member with the new name
	 * @throws InvalidInputException if the name breaks its rule
	 * @throws NotFoundException if there is no such member
	 */
	public Member rename(UUID id, @Nullable String displayName) {
		String called = (displayName != null) ? displayName(displayName, Normalizer.Form.NFKC) : "";
		List<Violation> violations = new ArrayList<>();
		checkDisplayName(called, violations);
		if (!violations.isEmpty()) {
			throw new InvalidInputException(violations);
		}
		this.accounts.rename(id, called);
		return find(id).orElseThrow(NotFoundException::new);
	}

	/**
	 * Returns the member with this id.
	 */
	public Optional<Member> find(UUID id) {
		return this.accounts.findById(id).map(Account::toMember);
	}

	/** Returns which of these members have an account. */
	public Set<UUID> findExisting(Collection<UUID> ids) {
		return this.accounts.findIds(ids);
	}

	/**
	 * Returns the member with this username, however it is typed.
	 */
	public Optional<Member> findByUsername(String username) {
		return Optional.of(toCanonicalUsername(username))
			.filter(MemberService::isUsername)
			.flatMap(this.accounts::findByUsername)
			.map(Account::toMember);
	}

	/**
	 * Changes the role of the member in the API, within the caller's transaction. This
	 * gives no rights: only the roles of the staff give rights.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void setRole(UUID id, Role role) {
		this.accounts.setRole(id, role);
	}

	/**
	 * Finds members whose username starts with the text or whose display name contains
	 * it. It ignores how Unicode writes the letters. The oldest account comes first.
	 * @param text the search text; null or empty to find all members
	 * @param page number of the page, from 0
	 * @param size members on a page
	 */
	public PageOf<Member> search(@Nullable String text, int page, int size) {
		String typed = (text != null) ? text : "";
		Page<Account> found = this.accounts.search(LikePatternEscaper.escape(displayName(typed, Normalizer.Form.NFKC)),
				LikePatternEscaper.escape(displayName(typed, Normalizer.Form.NFKD)), PageRequest.of(page, size));
		return PageOf.of(found, found.getContent().stream().map(Account::toMember).toList());
	}

	/**
	 * Converts an entered username to the stored form, so that different ways to type it
	 * find the same member.
	 */
	public static String toCanonicalUsername(String username) {
		return NameRules.normalized(username, MAX_USERNAME, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
	}

	/** Returns whether the text is an allowed username in its stored form. */
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
		checkDisplayName(displayName, violations);
		if (!violations.isEmpty()) {
			throw new InvalidInputException(violations);
		}
	}

	private static void checkDisplayName(String displayName, List<Violation> violations) {
		if (!isDisplayName(displayName)) {
			violations.add(new Violation("displayName", "display-name", List.of()));
		}
		else {
			NameRules.violation("displayName", displayName).ifPresent(violations::add);
		}
	}

}
