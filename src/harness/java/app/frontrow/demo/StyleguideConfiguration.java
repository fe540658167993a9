package app.frontrow.demo;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.shared.PageOf;
import app.frontrow.shared.web.page.FlashMessage;

import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The parts that pages are made of, each in every state, light and dark side by side:
 * {@code /styleguide}, in the demo alone.
 */
class StyleguideConfiguration {

	@Bean
	RouterFunction<ServerResponse> styleguidePage(CatalogueQueryService catalogue, Clock clock) {
		return RouterFunctions.route()
			.GET("/styleguide", (request) -> ServerResponse.ok().render("demo/styleguide", parts(catalogue, clock)))
			.build();
	}

	/** The product's own doors open to what its rules name. */
	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	SecurityFilterChain styleguideDoor() {
		return new DefaultSecurityFilterChain(PathPatternRequestMatcher.pathPattern("/styleguide"));
	}

	private static Map<String, Object> parts(CatalogueQueryService catalogue, Clock clock) {
		Sample sample = new Sample("mina", "?", "mina", "?");
		BindingResult faults = new BeanPropertyBindingResult(sample, "form");
		faults.rejectValue("lightWrong", "invalid.username");
		faults.rejectValue("darkWrong", "invalid.username");
		Map<String, Object> parts = new HashMap<>();
		parts.put("signedOut", true);
		parts.put("here", "/styleguide");
		parts.put("form", sample);
		parts.put(BindingResult.MODEL_KEY_PREFIX + "form", faults);
		parts.put("notice", new FlashMessage("Your seats were released.", null));
		parts.put("refusal", new FlashMessage("Somebody else was faster.", "seat-taken"));
		parts.put("soon", clock.instant().plus(Duration.ofMinutes(9)));
		parts.put("later", clock.instant().plus(Duration.ofDays(2)));
		parts.put("pages", PageOf.of(List.of(), 1, 12, 30));
		parts.put("concerts", catalogue.search("", null, 0, 8).items());
		return parts;
	}

	/**
	 * What the fields hold; ids have to differ.
	 */
	record Sample(String light, String lightWrong, String dark, String darkWrong) {
	}

}
