package app.frontrow;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import app.frontrow.shared.KeyRing.RingKey;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/**
 * Stops the start if settings are missing, and prints their names. The addresses of the
 * stores and the signing key have no defaults.
 */
class RequiredSettingsListener implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

	/** The exit status EX_CONFIG of sysexits.h. */
	private static final int CONFIGURATION_ERROR = 78;

	private static final int KEY_BYTES = 32;

	/**
	 * A key must have this many different bytes. Random bytes nearly always have more.
	 */
	private static final int DIFFERENT_BYTES = 8;

	private static final int PASSWORD_LENGTH = 8;

	/** Passwords from examples and manuals, which attackers try first. */
	private static final Set<String> PUBLISHED = Set.of("password", "passw0rd", "12345678", "123456789", "frontrow",
			"frontrow-demo", "changeme", "change-me", "changeit", "only-on-my-machine");

	private static final List<String> PASSWORDS = List.of("spring.datasource.password", "spring.data.redis.password",
			"spring.data.redis.sentinel.password");

	private static final Map<String, String> NEEDED = Map.of("spring.datasource.url",
			"SPRING_DATASOURCE_URL, for example jdbc:mysql://db.example:3306/frontrow", "spring.datasource.username",
			"SPRING_DATASOURCE_USERNAME", "spring.datasource.password", "SPRING_DATASOURCE_PASSWORD",
			"frontrow.token-key", "FRONTROW_TOKEN_KEY, base64 of at least 32 random bytes");

	private static final String GUESSABLE = " is a published password or shorter than " + PASSWORD_LENGTH
			+ " characters: choose another one";

	/**
	 * Matches the password in a URL. If the user info has no colon, all of it is the
	 * password.
	 */
	private static final Pattern USER_INFO = Pattern.compile("^[a-z]+://(?:[^/@:]*:)?([^/@]*)@");

	private static final String OPEN_REDIS = "Redis has no password, and it holds the sessions (redis://:password@host:6379 in"
			+ " SPRING_DATA_REDIS_URL; SPRING_DATA_REDIS_PASSWORD for a cluster or Sentinel)";

	private static final String REDIS = "spring.data.redis.url is not set (SPRING_DATA_REDIS_URL, for example"
			+ " redis://redis.example:6379; or the nodes of a cluster or of Sentinel, see docs/running.md)";

	private final String needed;

	/**
	 * Looks at some settings alone.
	 * @param needed the start of the names that matter; empty for all
	 */
	RequiredSettingsListener(String needed) {
		this.needed = needed;
	}

	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		List<String> faults = faults(event.getEnvironment()).stream()
			.filter((fault) -> fault.startsWith(this.needed))
			.toList();
		if (!faults.isEmpty()) {
			System.err.println("Frontrow cannot start:\n  " + String.join("\n  ", faults));
			System.exit(CONFIGURATION_ERROR);
		}
	}

	static List<String> faults(Environment environment) {
		List<String> faults = new ArrayList<>();
		NEEDED.forEach((name, hint) -> {
			if (isMissing(environment, name)) {
				faults.add(name + " is not set (" + hint + ")");
			}
		});
		redisFault(environment).or(() -> openRedis(environment)).ifPresent(faults::add);
		if (!isMissing(environment, "spring.mail.host") && isMissing(environment, "frontrow.mail.site")) {
			faults
				.add("frontrow.mail.site is not set (FRONTROW_MAIL_SITE, the address of the site for links in mails)");
		}
		String key = environment.getProperty("frontrow.token-key", "");
		if (!key.isBlank() && !isStrong(key)) {
			faults.add("frontrow.token-key is not base64 of at least 32 random bytes");
		}
		if (!list(environment, "frontrow.accepted-token-keys").allMatch(RequiredSettingsListener::isAcceptedKey)) {
			faults.add("frontrow.accepted-token-keys has an entry that is not base64 of at least 32 random bytes,"
					+ " alone or with @ and a time such as 2030-05-01T00:00:00Z");
		}
		PASSWORDS.stream()
			.filter((name) -> isGuessable(environment.getProperty(name, "")))
			.forEach((name) -> faults.add(name + GUESSABLE));
		if (isGuessable(passwordIn(environment.getProperty("spring.data.redis.url", "")))) {
			faults.add("the password in spring.data.redis.url" + GUESSABLE);
		}
		return faults.stream().sorted().toList();
	}

	/**
	 * Returns the missing setting of Redis, which is one server, a cluster or a Sentinel
	 * group.
	 */
	private static Optional<String> redisFault(Environment environment) {
		if (isList(environment, "spring.data.redis.sentinel.nodes")) {
			return isMissing(environment, "spring.data.redis.sentinel.master")
					? Optional.of("spring.data.redis.sentinel.master is not set (SPRING_DATA_REDIS_SENTINEL_MASTER)")
					: Optional.empty();
		}
		boolean found = !isMissing(environment, "spring.data.redis.url")
				|| isList(environment, "spring.data.redis.cluster.nodes");
		return found ? Optional.empty() : Optional.of(REDIS);
	}

	private static Optional<String> openRedis(Environment environment) {
		boolean open = passwordIn(environment.getProperty("spring.data.redis.url", "")).isBlank()
				&& isMissing(environment, "spring.data.redis.password");
		return open ? Optional.of(OPEN_REDIS) : Optional.empty();
	}

	private static boolean isMissing(Environment environment, String name) {
		return environment.getProperty(name, "").isBlank();
	}

	/**
	 * Returns whether the list is set, either as one property with commas or as numbered
	 * ones.
	 */
	private static boolean isList(Environment environment, String name) {
		return list(environment, name).findAny().isPresent();
	}

	private static Stream<String> list(Environment environment, String name) {
		return Binder.get(environment)
			.bind(name, Bindable.listOf(String.class))
			.orElse(List.of())
			.stream()
			.filter((entry) -> !entry.isBlank());
	}

	private static boolean isAcceptedKey(String entry) {
		try {
			return isStrong(entry.strip().split("@", 2)[0]) && RingKey.parse(entry) != null;
		}
		catch (IllegalArgumentException | DateTimeParseException malformed) {
			return false;
		}
	}

	private static boolean isGuessable(String password) {
		return !password.isBlank()
				&& (password.length() < PASSWORD_LENGTH || PUBLISHED.contains(password.toLowerCase(Locale.ROOT)));
	}

	private static String passwordIn(String url) {
		Matcher userInfo = USER_INFO.matcher(url);
		return userInfo.find() ? userInfo.group(1) : "";
	}

	private static boolean isStrong(String key) {
		try {
			byte[] bytes = Base64.getDecoder().decode(key);
			return bytes.length >= KEY_BYTES
					&& new String(bytes, StandardCharsets.ISO_8859_1).chars().distinct().count() >= DIFFERENT_BYTES;
		}
		catch (IllegalArgumentException malformed) {
			return false;
		}
	}

}
