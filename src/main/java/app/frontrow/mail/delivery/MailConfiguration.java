package app.frontrow.mail.delivery;

import java.util.Set;

import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Finds the plain-text templates of mails. Templates of pages and of HTML mails are found
 * as usual.
 */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

	@Bean
	ClassLoaderTemplateResolver textTemplateResolver() {
		ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
		resolver.setPrefix("templates/");
		resolver.setSuffix(".txt");
		resolver.setTemplateMode(TemplateMode.TEXT);
		resolver.setCharacterEncoding("UTF-8");
		resolver.setResolvablePatterns(Set.of("mail/*-text"));
		resolver.setOrder(1);
		return resolver;
	}

}
