package app.frontrow.shared.web.language;

import java.io.IOException;
import java.util.Arrays;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Loads the texts for people. Each module has a bundle {@code messages/<module>}: a file
 * without a suffix for English and a file with {@code _ko} for Korean. Each key is in
 * only one bundle.
 */
@Configuration(proxyBeanMethods = false)
public class MessageConfiguration {

	private static final String BUNDLES = "classpath*:messages/*.properties";

	private static final String ENDING = ".properties";

	/**
	 * Reads the bundles of all modules. A bundle is read once, when its first text is
	 * needed.
	 */
	@Bean
	public MessageSource messageSource() throws IOException {
		ReloadableResourceBundleMessageSource messages = new ReloadableResourceBundleMessageSource();
		messages.setBasenames(Arrays.stream(new PathMatchingResourcePatternResolver().getResources(BUNDLES))
			.map(Resource::getFilename)
			.filter((name) -> !name.contains("_"))
			.map((name) -> "classpath:messages/" + name.substring(0, name.length() - ENDING.length()))
			.toArray(String[]::new));
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		return messages;
	}

}
