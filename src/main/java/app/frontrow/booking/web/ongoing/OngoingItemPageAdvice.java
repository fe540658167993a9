package app.frontrow.booking.web.ongoing;

import app.frontrow.members.Member;
import app.frontrow.shared.web.page.PageController;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.LazyContextVariable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Gives pages the ongoing items of the member. They are looked up only when a page shows
 * them.
 */
@ControllerAdvice(annotations = PageController.class)
class OngoingItemPageAdvice {

	private final ObjectProvider<OngoingItemFinder> finder;

	OngoingItemPageAdvice(ObjectProvider<OngoingItemFinder> finder) {
		this.finder = finder;
	}

	@ModelAttribute("ongoingItems")
	LazyContextVariable<OngoingItemList> ongoingItems(HttpServletRequest request) {
		return new LazyContextVariable<>() {
			@Override
			protected @Nullable OngoingItemList loadValue() {
				return find(request);
			}
		};
	}

	private @Nullable OngoingItemList find(HttpServletRequest request) {
		OngoingItemFinder available = this.finder.getIfAvailable();
		if (available == null || !(request.getUserPrincipal() instanceof Authentication login)
				|| !(login.getPrincipal() instanceof Member member)) {
			return null;
		}
		return available.find(request, member);
	}

}
