package app.frontrow.shared.web.api;

import tools.jackson.core.StreamReadFeature;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How JSON is read beyond what settings can say.
 */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

	/** Who says one thing twice may mean either. */
	@Bean
	JsonMapperBuilderCustomizer duplicateFieldCheck() {
		return (mapper) -> mapper.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
	}

}
