package app.frontrow.security;

import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;

import app.frontrow.members.Member;
import app.frontrow.security.factor.SecondFactorAccessService;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.web.http.AccessRule;
import app.frontrow.shared.web.http.ScopeReader;
import app.frontrow.staff.StaffAccessService;
import app.frontrow.staff.StaffScope;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.FactorAuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Lets the staff in by the roles that they have at this moment, so a session holds no
 * role. A role for one concert covers only requests about that concert. The role opens
 * nothing before the second step of the log-in, if the member needs one.
 */
class StaffAccessPolicy implements AuthorizationManager<RequestAuthorizationContext> {

	private static final AuthorizationDecision GRANTED = new AuthorizationDecision(true);

	private static final AuthorizationDecision DENIED = new AuthorizationDecision(false);

	private static final AuthorizationDecision OUTSIDE_SCOPE = new AuthorizationDecision(false);

	private final StaffAccessService staff;

	private final SecondFactorAccessService factors;

	private final AccessRule rule;

	StaffAccessPolicy(StaffAccessService staff, SecondFactorAccessService factors, AccessRule rule) {
		this.staff = staff;
		this.factors = factors;
		this.rule = rule;
	}

	/** Whether the member has the role, but not for what the request is about. */
	static boolean isOutsideScope(AccessDeniedException failure) {
		return failure instanceof AuthorizationDeniedException denied
				&& denied.getAuthorizationResult() == OUTSIDE_SCOPE;
	}

	/** Whether the member has the role, but is still to pass the second step. */
	static boolean isBeforeSecondFactor(AccessDeniedException failure) {
		return failure instanceof AuthorizationDeniedException denied
				&& denied.getAuthorizationResult() instanceof FactorAuthorizationDecision;
	}

	@Override
	public AuthorizationResult authorize(Supplier<? extends Authentication> visitor,
			RequestAuthorizationContext context) {
		Authentication login = visitor.get();
		if (login == null || !(login.getPrincipal() instanceof Member member)) {
			return DENIED;
		}
		AuthorizationResult byRole = authorizeByRole(member, context);
		return (byRole.isGranted() && this.rule.secondFactor()) ? this.factors.authorize(login) : byRole;
	}

	private AuthorizationDecision authorizeByRole(Member member, RequestAuthorizationContext context) {
		StaffScope scope = this.staff.getScope(member.id(), this.rule.roles());
		if (scope.isEverything()) {
			return GRANTED;
		}
		if (scope.isEmpty() || this.rule.scope() == null) {
			return DENIED;
		}
		return isCovered(scope, this.rule.scope(), context.getVariables()) ? GRANTED : OUTSIDE_SCOPE;
	}

	private static boolean isCovered(StaffScope scope, ScopeReader reader, Map<String, String> variables) {
		try {
			OptionalLong subject = reader.read(variables);
			return subject.isEmpty() || scope.covers(subject.getAsLong());
		}
		catch (NotFoundException | NumberFormatException unknown) {
			return false;
		}
	}

}
