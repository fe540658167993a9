package app.frontrow.wishes.web;

import java.util.UUID;

import app.frontrow.mail.MailAddressService;
import app.frontrow.mail.MailOutboxService;
import app.frontrow.members.Member;
import app.frontrow.shared.web.page.PageController;
import app.frontrow.wishes.FavouriteService;
import app.frontrow.wishes.WishService;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Gives pages the wishes of the visitor. In tests that start only some controllers there
 * are none.
 */
@ControllerAdvice(annotations = PageController.class)
class WishPageAdvice {

	private final ObjectProvider<WishService> wishes;

	private final ObjectProvider<FavouriteService> favourites;

	private final ObjectProvider<MailAddressService> addresses;

	private final ObjectProvider<MailOutboxService> mails;

	WishPageAdvice(ObjectProvider<WishService> wishes, ObjectProvider<FavouriteService> favourites,
			ObjectProvider<MailAddressService> addresses, ObjectProvider<MailOutboxService> mails) {
		this.wishes = wishes;
		this.favourites = favourites;
		this.addresses = addresses;
		this.mails = mails;
	}

	@ModelAttribute("wishes")
	@Nullable WishPageModel wishes(HttpServletRequest request) {
		WishService available = this.wishes.getIfAvailable();
		return (available != null) ? new WishPageModel(findMember(request), available, this.favourites.getObject(),
				this.addresses.getObject(), this.mails.getObject()) : null;
	}

	private static @Nullable UUID findMember(HttpServletRequest request) {
		return (request.getUserPrincipal() instanceof Authentication login
				&& login.getPrincipal() instanceof Member member) ? member.id() : null;
	}

}
