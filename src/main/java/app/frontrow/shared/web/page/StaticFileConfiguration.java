package app.frontrow.shared.web.page;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.HttpResource;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Serves style sheets, scripts and pictures. Only addresses below these folders are
 * files. Spring searches the class path for every link on a page
 * (spring-projects/spring-framework issue 34014). This way it does not search for links
 * to pages.
 */
@Configuration(proxyBeanMethods = false)
class StaticFileConfiguration implements WebMvcConfigurer {

	/**
	 * Browsers may keep a file for a year, because its address contains the hash of its
	 * content or the version of its library.
	 */
	private static final CacheControl FOR_LONG = CacheControl.maxAge(Duration.ofDays(365)).cachePublic();

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		for (String folder : new String[] { "css", "js", "img" }) {
			files(registry, "/" + folder + "/**", "classpath:/static/" + folder + "/").resourceChain(true)
				.addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
		}
		// their addresses stay the same, because browsers remember them
		registry.addResourceHandler("/sw.js", "/app.webmanifest")
			.addResourceLocations("classpath:/static/")
			.setCacheControl(CacheControl.noCache());
		files(registry, "/webjars/**", "classpath:/META-INF/resources/webjars/").resourceChain(true);
	}

	private static ResourceHandlerRegistration files(ResourceHandlerRegistry registry, String pattern,
			String location) {
		return registry.addResourceHandler(pattern)
			.addResourceLocations(location)
			.setCacheControl(FOR_LONG)
			.setEtagGenerator(StaticFileConfiguration::tag);
	}

	/**
	 * Returns the tag that the answer has anyway. Spring compares it with
	 * {@code If-None-Match} only if it gets the tag from here.
	 */
	private static @Nullable String tag(Resource file) {
		return (file instanceof HttpResource versioned) ? versioned.getResponseHeaders().getETag() : null;
	}

}
