package app.frontrow.wallet.web;

import app.frontrow.shared.web.http.EarlyAnswerFilter;
import app.frontrow.wallet.WalletService;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Registers the filter for its address only. It runs after the session filter and before
 * Spring Security.
 */
@Configuration(proxyBeanMethods = false)
class WalletReadConfiguration {

	@Bean
	@FilterRegistration(urlPatterns = WalletReadFilter.PATH, order = EarlyAnswerFilter.ORDER_WITH_SESSION)
	WalletReadFilter walletReads(WalletService wallets, JsonMapper json) {
		return new WalletReadFilter(wallets, json);
	}

}
