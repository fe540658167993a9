package app.frontrow.security.web;

import java.time.Instant;
import java.util.List;

import app.frontrow.members.Member;
import app.frontrow.members.MemberView;
import app.frontrow.security.factor.SecondFactorMissingException;
import app.frontrow.security.factor.SecondFactorService;
import app.frontrow.security.session.AccessTokenService;
import app.frontrow.security.session.AccessTokenService.AccessToken;
import app.frontrow.security.session.Device;
import app.frontrow.security.session.LoginSessionStrategy;
import app.frontrow.security.session.MemberSessionService;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.http.BearerTokenReader;
import app.frontrow.shared.web.problem.ApiErrors;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Sessions")
@RestController
@RequestMapping(ApiPaths.V1 + "/sessions")
class SessionApiController {

	private final AccessTokenService tokens;

	private final MemberSessionService sessions;

	private final SecondFactorService factors;

	SessionApiController(AccessTokenService tokens, MemberSessionService sessions, SecondFactorService factors) {
		this.tokens = tokens;
		this.sessions = sessions;
		this.factors = factors;
	}

	@Operation(summary = "Log in")
	@ApiErrors({ BadCredentialsException.class, TooManyRequestsException.class })
	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Session logIn(@Valid @RequestBody LogIn logIn, HttpServletRequest request) {
		AccessToken token = this.tokens.issue(logIn.username(), logIn.password(), Device.of(request));
		return new Session(token.value(), "Bearer", token.expiresAt(), MemberView.of(token.member()));
	}

	@Operation(summary = "Log out")
	@DeleteMapping("/current")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void logOut(HttpServletRequest request) {
		BearerTokenReader.read(request).ifPresent(this.tokens::revoke);
	}

	@Operation(summary = "List the member's sessions")
	@GetMapping
	List<SessionView> list(@AuthenticationPrincipal Member member, HttpServletRequest request) {
		String current = BearerTokenReader.read(request).map(MemberSessionService::publicIdOf).orElse(null);
		return this.sessions.findByMember(member.id())
			.stream()
			.map((session) -> SessionView.of(session, current))
			.toList();
	}

	@Operation(summary = "End one of the member's sessions")
	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void end(@AuthenticationPrincipal Member member, @PathVariable String id) {
		this.sessions.end(member.id(), id);
	}

	@Operation(summary = "End all other sessions of the member")
	@DeleteMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void endOthers(@AuthenticationPrincipal Member member, HttpServletRequest request) {
		BearerTokenReader.read(request).ifPresent((current) -> this.sessions.endOthers(member.id(), current));
	}

	@Operation(summary = "Pass the second step of the log-in, for the ticket office",
			description = "With a code of the member's app, or a recovery code. The access token stays the same.")
	@ApiErrors({ SecondFactorMissingException.class, TooManyRequestsException.class })
	@PostMapping("/second-factor")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void passSecondFactor(@Valid @RequestBody SecondFactorCode code, Authentication login, HttpServletRequest request) {
		LoginSessionStrategy.update(request, this.factors.verify(login, code.code()));
	}

	record SecondFactorCode(@NotNull @Size(max = 40) String code) {
	}

	record LogIn(@NotNull String username, @NotNull String password) {
	}

	record Session(String accessToken, String tokenType, Instant expiresAt, MemberView member) {
	}

}
