package app.frontrow.shared.web.api;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses a request whose client does not accept JSON, before the controller runs. Spring
 * would refuse it only when it writes the answer, after the controller has changed data.
 * Where an address names a file, its mapping says what a client must accept.
 */
@Component
class JsonAcceptInterceptor implements HandlerInterceptor, WebMvcConfigurer {

	private final HeaderContentNegotiationStrategy header = new HeaderContentNegotiationStrategy();

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this).addPathPatterns(ApiPaths.V1 + "/**");
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws HttpMediaTypeNotAcceptableException {
		boolean answersWithFile = request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE) != null;
		if (handler instanceof HandlerMethod && !answersWithFile && !acceptsJson(request)) {
			throw new HttpMediaTypeNotAcceptableException(List.of(MediaType.APPLICATION_JSON));
		}
		return true;
	}

	/**
	 * Reads the header with the same strategy as Spring, which refuses too long lists.
	 */
	private boolean acceptsJson(HttpServletRequest request) throws HttpMediaTypeNotAcceptableException {
		return this.header.resolveMediaTypes(new ServletWebRequest(request))
			.stream()
			.anyMatch((type) -> type.isCompatibleWith(MediaType.APPLICATION_JSON));
	}

}
