package app.frontrow.shared.web.page;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.IContext;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class FragmentCacheTests {

	private static final int READERS = 32;

	private final AtomicInteger renderings = new AtomicInteger();

	private final ITemplateEngine templates = mock();

	private final FragmentCache fragments = new FragmentCache(this.templates, new StaticApplicationContext());

	FragmentCacheTests() {
		given(this.templates.process(any(TemplateSpec.class), any(IContext.class))).willAnswer((call) -> {
			this.renderings.incrementAndGet();
			IContext context = call.getArgument(1);
			return context.getLocale() + ": " + context.getVariable("shown");
		});
	}

	@Test
	void partIsRenderedOnceForManyReadersAtOnce() throws Exception {
		CountDownLatch ready = new CountDownLatch(READERS);
		Callable<String> reader = () -> {
			ready.countDown();
			ready.await();
			return render(Locale.KOREAN, List.of(1, 2));
		};
		ExecutorService readers = Executors.newFixedThreadPool(READERS);
		try {
			for (Future<String> part : readers.invokeAll(Collections.nCopies(READERS, reader))) {
				assertThat(part.get()).isEqualTo("ko: [1, 2]");
			}
		}
		finally {
			readers.shutdownNow();
		}
		assertThat(this.renderings).hasValue(1);
	}

	@Test
	void otherLanguageOrContentIsRenderedSeparately() {
		assertThat(Set.of(render(Locale.KOREAN, "one"), render(Locale.ENGLISH, "one"), render(Locale.ENGLISH, "two")))
			.hasSize(3);
	}

	private String render(Locale locale, Object shown) {
		RequestContextHolder.setRequestAttributes(
				new ServletRequestAttributes(new MockHttpServletRequest(), new MockHttpServletResponse()));
		LocaleContextHolder.setLocale(locale);
		try {
			return this.fragments.render("template", "part", shown);
		}
		finally {
			RequestContextHolder.resetRequestAttributes();
			LocaleContextHolder.resetLocaleContext();
		}
	}

}
