package app.frontrow.wishes.web;

import java.util.UUID;

import app.frontrow.mail.MailAddressService;
import app.frontrow.mail.MailOutboxService;
import app.frontrow.wishes.FavouriteService;
import app.frontrow.wishes.WishKind;
import app.frontrow.wishes.WishService;
import org.jspecify.annotations.Nullable;

/**
 * Answers the questions of templates about the wishes of the visitor. Each method reads
 * the database.
 */
public final class WishPageModel {

	private final @Nullable UUID memberId;

	private final WishService wishes;

	private final FavouriteService favourites;

	private final MailAddressService addresses;

	private final MailOutboxService mails;

	/**
	 * @param memberId null for a visitor without a log-in, who has no wishes
	 */
	WishPageModel(@Nullable UUID memberId, WishService wishes, FavouriteService favourites,
			MailAddressService addresses, MailOutboxService mails) {
		this.memberId = memberId;
		this.wishes = wishes;
		this.favourites = favourites;
		this.addresses = addresses;
		this.mails = mails;
	}

	public boolean isFavourite(long concertId) {
		return this.memberId != null && this.favourites.isFavourite(this.memberId, concertId);
	}

	/**
	 * Whether the member waits for this news.
	 * @param kind name of a {@link WishKind} in lower case
	 */
	public boolean isWaiting(long concertId, String kind) {
		return this.memberId != null
				&& this.wishes.findWaiting(this.memberId, concertId).contains(WishPageController.read(kind));
	}

	/** Returns whether the member would get the news by mail. */
	public boolean hasMail() {
		return this.memberId != null && this.mails.isOn()
				&& this.addresses.find(this.memberId).filter((address) -> address.confirmedAt() != null).isPresent();
	}

}
