package app.frontrow.shared.web.page;

import app.frontrow.shared.web.language.ReaderLocaleResolver;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Replaces two parts of Spring MVC: the language and flash messages are kept in cookies.
 */
@Configuration(proxyBeanMethods = false)
class PageConfiguration {

	@Bean
	LocaleResolver localeResolver() {
		return new ReaderLocaleResolver();
	}

	@Bean
	FlashMapManager flashMapManager() {
		return new CookieFlashMapStore();
	}

}
