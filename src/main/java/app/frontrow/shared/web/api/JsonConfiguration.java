package app.frontrow.shared.web.api;

import tools.jackson.core.StreamReadFeature;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Configures how JSON is read, where properties cannot.
 */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

	/**
	 * Refuses a body with a duplicate member, because it is unclear which value counts.
	 */
	@Bean
	JsonMapperBuilderCustomizer duplicateFieldCheck() {
		return (mapper) -> mapper.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
	}

}
