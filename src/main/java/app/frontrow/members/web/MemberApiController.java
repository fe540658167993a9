package app.frontrow.members.web;

import java.util.UUID;

import app.frontrow.members.Member;
import app.frontrow.members.MemberService;
import app.frontrow.members.MemberView;
import app.frontrow.members.SignUpRateLimiter;
import app.frontrow.members.UsernameTakenException;
import app.frontrow.members.lookup.MemberLookupService;
import app.frontrow.shared.PageOf;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.store.StoreOutageDetector;
import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.api.Paging;
import app.frontrow.shared.web.http.ClientAddressResolver;
import app.frontrow.shared.web.problem.ApiErrors;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Members")
@RestController
@RequestMapping(ApiPaths.V1 + "/members")
class MemberApiController {

	private final MemberService members;

	private final MemberLookupService lookups;

	private final SignUpRateLimiter limit;

	MemberApiController(MemberService members, MemberLookupService lookups, SignUpRateLimiter limit) {
		this.members = members;
		this.lookups = lookups;
		this.limit = limit;
	}

	@Operation(summary = "Sign up")
	@ApiErrors({ UsernameTakenException.class, TooManyRequestsException.class })
	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	MemberView signUp(@Valid @RequestBody SignUp signUp, HttpServletRequest request) {
		this.limit.check(ClientAddressResolver.resolve(request));
		return MemberView.of(this.members.register(signUp.username(), signUp.password(), signUp.displayName()));
	}

	@Operation(summary = "Read the account of the member who is logged in")
	@GetMapping("/me")
	MemberView me(@AuthenticationPrincipal Member member) {
		try {
			return MemberView.of(this.members.find(member.id()).orElse(member));
		}
		catch (RuntimeException failure) {
			if (StoreOutageDetector.isCauseOf(failure)) {
				return MemberView.of(member);
			}
			throw failure;
		}
	}

	@Operation(summary = "Search members")
	@GetMapping
	PageOf<MemberView> search(@RequestParam(required = false) @Nullable String q, @Valid Paging paging) {
		return this.lookups.search(q, paging.page(), paging.size()).map(MemberView::of);
	}

	@Operation(summary = "Read one member")
	@GetMapping("/{id}")
	MemberView member(@PathVariable UUID id) {
		return MemberView.of(this.lookups.get(id));
	}

	record SignUp(@NotNull String username, @NotNull String password, @NotNull String displayName) {
	}

}
