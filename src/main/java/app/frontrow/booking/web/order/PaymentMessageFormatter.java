package app.frontrow.booking.web.order;

import java.util.Locale;

import app.frontrow.idempotency.RecordedRefusal;
import app.frontrow.shared.MoneyFormatter;
import app.frontrow.shared.error.Refusal;
import app.frontrow.shared.web.page.FlashMessage;
import app.frontrow.shared.web.page.FlashMessageWriter;
import app.frontrow.wallet.BalanceLimitExceededException;
import app.frontrow.wallet.TypedAmount;
import app.frontrow.wallet.WalletSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Messages about refused payments and top-ups.
 */
@Component
class PaymentMessageFormatter {

	private final FlashMessageWriter flashes;

	private final MessageSource messages;

	private final MoneyFormatter money;

	private final long maxCharge;

	PaymentMessageFormatter(FlashMessageWriter flashes, MessageSource messages, MoneyFormatter money,
			WalletSettings wallet) {
		this.flashes = flashes;
		this.messages = messages;
		this.money = money;
		this.maxCharge = wallet.maxCharge();
	}

	/**
	 * Says why a payment was refused. If the request has topped up before that, the
	 * message says that the money is in the balance.
	 * @param topUp won; null for none
	 */
	FlashMessage createFlash(Refusal refusal, @Nullable Long topUp) {
		FlashMessage flash = this.flashes.create(refusal);
		if (topUp == null || !stands(refusal) || !(refusal.details().get("balance") instanceof Number balance)) {
			return flash;
		}
		String kept = this.messages.getMessage("order.top-up-stands",
				new Object[] { this.money.format(topUp), this.money.format(balance.longValue()) },
				LocaleContextHolder.getLocale());
		return new FlashMessage(flash.text() + " " + kept, flash.code());
	}

	/**
	 * Says what is wrong with a typed top-up.
	 * @return null if it can be added
	 */
	@Nullable String describe(TypedAmount amount, Locale locale) {
		return amount.findFault(this.maxCharge)
			.map((fault) -> this.messages.getMessage(fault, new Object[] { this.maxCharge }, locale))
			.orElse(null);
	}

	private static boolean stands(Refusal refusal) {
		return refusal instanceof RecordedRefusal && !refusal.code().equals(BalanceLimitExceededException.CODE);
	}

}
