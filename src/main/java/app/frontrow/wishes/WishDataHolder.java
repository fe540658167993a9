package app.frontrow.wishes;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import app.frontrow.members.data.MemberDataHolder;

import org.springframework.stereotype.Component;

/**
 * A member's favourites and wishes. All of them are deleted when the account ends.
 */
@Component
class WishDataHolder implements MemberDataHolder {

	private static final int MOST = 10_000;

	private final WishRepository wishes;

	private final FavouriteRepository favourites;

	WishDataHolder(WishRepository wishes, FavouriteRepository favourites) {
		this.wishes = wishes;
		this.favourites = favourites;
	}

	@Override
	public String name() {
		return "wishes";
	}

	@Override
	public Object export(UUID memberId) {
		List<Map<String, Object>> waiting = this.wishes.findByMember(memberId)
			.stream()
			.map((wish) -> Map.<String, Object>of("concertId", wish.concertId(), "kind", wish.kind(), "createdAt",
					wish.createdAt(), "told", wish.toldAt() != null))
			.toList();
		return Map.of("favourites", this.favourites.findByMember(memberId, MOST), "wishes", waiting);
	}

	@Override
	public void erase(UUID memberId) {
		this.wishes.deleteByMember(memberId);
		this.favourites.deleteByMember(memberId);
	}

}
