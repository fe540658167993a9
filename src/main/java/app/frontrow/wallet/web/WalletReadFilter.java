package app.frontrow.wallet.web;

import app.frontrow.members.SessionMember;
import app.frontrow.shared.web.ApiPaths;
import app.frontrow.shared.web.EarlyAnswerFilter;
import app.frontrow.wallet.Wallets;
import app.frontrow.wallet.web.WalletApiController.Balance;
import jakarta.servlet.http.HttpServletRequest;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers API requests for the balance before security runs, because clients repeat them
 * often. It checks the session, as {@link WalletApiController} does.
 */
class WalletReadFilter extends EarlyAnswerFilter {

	static final String PATH = ApiPaths.V1 + "/wallet";

	private final Wallets wallets;

	private final JsonMapper json;

	WalletReadFilter(Wallets wallets, JsonMapper json) {
		this.wallets = wallets;
		this.json = json;
	}

	@Override
	protected Answer answer(HttpServletRequest request) {
		if (!PATH.equals(request.getRequestURI())) {
			return null;
		}
		return SessionMember.of(request)
			.map((member) -> new Balance(member.id(), this.wallets.balance(member.id())))
			.map((balance) -> new Answer(PATH, this.json.writeValueAsBytes(balance)))
			.orElse(null);
	}

}
