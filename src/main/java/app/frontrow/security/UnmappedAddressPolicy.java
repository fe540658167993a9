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
 * The last rule of each door. An address that no controller answers is for everybody, and
 * is then a file or not found. A controller that no rule before this one names is closed
 * to everybody, so a forgotten rule is noticed and opens nothing.
 */
class UnmappedAddressPolicy implements AuthorizationManager<RequestAuthorizationContext> {

	/** The controllers are made after the doors. */
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
			// the wrong method or media type: no controller is called
			return false;
		}
	}

}
