package app.frontrow.security;

import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * The last rule of each filter chain. Everybody may use an address without a controller:
 * it is a file, or it is not found. Nobody may use a controller without a rule. So a
 * forgotten rule opens nothing, and the developer notices it.
 */
class UnmappedAddressPolicy implements AuthorizationManager<RequestAuthorizationContext> {

	/** A provider, because the controllers are created after the filter chains. */
	private final ObjectProvider<HandlerMapping> mappings;

	UnmappedAddressPolicy(ObjectProvider<HandlerMapping> mappings) {
		this.mappings = mappings;
	}

	@Override
	public AuthorizationResult authorize(Supplier<? extends Authentication> visitor,
			RequestAuthorizationContext context) {
		HttpServletRequest request = context.getRequest();
		if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
			ServletRequestPathUtils.parseAndCache(request);
		}
		return new AuthorizationDecision(this.mappings.stream().noneMatch((mapping) -> answers(mapping, request)));
	}

	private static boolean answers(HandlerMapping mapping, HttpServletRequest request) {
		try {
			HandlerExecutionChain found = mapping.getHandler(request);
			return found != null && !(found.getHandler() instanceof ResourceHttpRequestHandler);
		}
		catch (Exception refusal) {
			// the request has the wrong method or media type, so no controller is called
			return false;
		}
	}

}
