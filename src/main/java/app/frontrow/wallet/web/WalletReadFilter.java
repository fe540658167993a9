package app.frontrow.wallet.web;

import app.frontrow.security.session.SessionMemberReader;
import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.http.EarlyAnswerFilter;
import app.frontrow.wallet.WalletService;
import app.frontrow.wallet.web.WalletApiController.Balance;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers API requests for the balance before security runs, because clients repeat them
 * often. It checks the session, as {@link WalletApiController} does.
 */
class WalletReadFilter extends EarlyAnswerFilter {

	static final String PATH = ApiPaths.V1 + "/wallet";

	private final WalletService wallets;

	private final JsonMapper json;

	WalletReadFilter(WalletService wallets, JsonMapper json) {
		this.wallets = wallets;
		this.json = json;
	}

	@Override
	protected @Nullable Answer answer(HttpServletRequest request) {
		if (!PATH.equals(request.getRequestURI())) {
			return null;
		}
		return SessionMemberReader.readMember(request)
			.map((member) -> new Balance(member.id(), this.wallets.getBalance(member.id())))
			.map((balance) -> new Answer(PATH, this.json.writeValueAsBytes(balance)))
			.orElse(null);
	}

}
