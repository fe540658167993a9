package app.frontrow.wallet.web;

import java.time.Instant;
import java.util.UUID;

import app.frontrow.members.Member;
import app.frontrow.shared.PageOf;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.api.Paging;
import app.frontrow.shared.web.problem.ApiErrors;
import app.frontrow.wallet.BalanceLimitExceededException;
import app.frontrow.wallet.LedgerEntry;
import app.frontrow.wallet.LedgerEntryType;
import app.frontrow.wallet.WalletService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Wallet")
@RestController
@RequestMapping(ApiPaths.V1 + "/wallet")
class WalletApiController {

	private final WalletService wallets;

	WalletApiController(WalletService wallets) {
		this.wallets = wallets;
	}

	@Operation(summary = "Read the balance")
	@GetMapping
	Balance balance(@AuthenticationPrincipal Member member) {
		return new Balance(member.id(), this.wallets.getBalance(member.id()));
	}

	@Operation(summary = "Top up")
	@ApiErrors({ BalanceLimitExceededException.class, TooManyRequestsException.class })
	@PostMapping("/charges")
	@ResponseStatus(HttpStatus.CREATED)
	Charged charge(@AuthenticationPrincipal Member member,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
			@Valid @RequestBody Charge charge) {
		return Charged.of(this.wallets.charge(member.id(), charge.amount(), key));
	}

	@Operation(summary = "Lines of the ledger, newest first")
	@GetMapping("/entries")
	PageOf<LedgerEntry> entries(@AuthenticationPrincipal Member member, @Valid Paging paging) {
		return this.wallets.findEntries(member.id(), paging.page(), paging.size());
	}

	/**
	 * In won.
	 */
	record Balance(UUID memberId, long balance) {
	}

	/**
	 * In won.
	 */
	record Charge(@NotNull Long amount) {
	}

	record Charged(long id, LedgerEntryType type, long amount, long balanceAfter, Instant createdAt) {

		static Charged of(LedgerEntry entry) {
			return new Charged(entry.id(), entry.type(), entry.amount(), entry.balanceAfter(), entry.createdAt());
		}

	}

}
