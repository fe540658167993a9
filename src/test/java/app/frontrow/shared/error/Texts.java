package app.frontrow.shared.error;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.stream.Stream;

import app.frontrow.shared.web.language.MessageConfiguration;

import org.springframework.context.MessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The bundles of all modules, as the product has them and as they are written.
 */
public final class Texts {

	private static final Path BUNDLES = Path.of("src", "main", "resources", "messages");

	private static final Predicate<String> OF_ERRORS = (key) -> key
		.matches("error\\.[a-z-]+\\.(title|detail)|invalid\\..*");

	private Texts() {
	}

	/** As the product has them. */
	public static MessageSource source() {
		try {
			return new MessageConfiguration().messageSource();
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	/**
	 * The texts of refusals and broken rules.
	 * @param korean whether in Korean, otherwise in English
	 */
	public static Properties ofErrors(boolean korean) {
		return read(korean, OF_ERRORS);
	}

	/**
	 * All other texts.
	 * @param korean whether in Korean, otherwise in English
	 */
	public static Properties ofPages(boolean korean) {
		return read(korean, OF_ERRORS.negate());
	}

	private static Properties read(boolean korean, Predicate<String> keys) {
		Properties all = new Properties();
		for (Path bundle : bundles()) {
			if (bundle.toString().endsWith("_ko.properties") == korean) {
				read(bundle)
					.forEach((key, text) -> assertThat(all.put(key, text)).as(key + " in two bundles").isNull());
			}
		}
		all.keySet().removeIf((key) -> !keys.test((String) key));
		return all;
	}

	private static List<Path> bundles() {
		try (Stream<Path> files = Files.list(BUNDLES)) {
			return files.toList();
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	private static Properties read(Path bundle) {
		Properties texts = new Properties();
		try (var in = Files.newBufferedReader(bundle)) {
			texts.load(in);
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
		return texts;
	}

}
