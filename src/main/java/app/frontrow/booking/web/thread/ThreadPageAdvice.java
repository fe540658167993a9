package app.frontrow.booking.web.thread;

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
 * Gives pages what the member has under way. It is looked for only when a page shows it.
 */
@ControllerAdvice(annotations = PageController.class)
class ThreadPageAdvice {

	private final ObjectProvider<MemberThreadFinder> finder;

	ThreadPageAdvice(ObjectProvider<MemberThreadFinder> finder) {
		this.finder = finder;
	}

	@ModelAttribute("threads")
	LazyContextVariable<MemberThreads> threads(HttpServletRequest request) {
		return new LazyContextVariable<>() {
			@Override
			protected @Nullable MemberThreads loadValue() {
				return find(request);
			}
		};
	}

	private @Nullable MemberThreads find(HttpServletRequest request) {
		MemberThreadFinder available = this.finder.getIfAvailable();
		if (available == null || !(request.getUserPrincipal() instanceof Authentication login)
				|| !(login.getPrincipal() instanceof Member member)) {
			return null;
		}
		return available.find(request, member);
	}

}
