package app.frontrow.shared.web.site;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Makes whole addresses of pages, for search engines and for pages that link here.
 */
@Component
public class SiteAddressResolver {

	private final SiteSettings settings;

	SiteAddressResolver(SiteSettings settings) {
		this.settings = settings;
	}

	/**
	 * Returns the whole address of a page. Without the setting it has the host of the
	 * request.
	 * @param path begins with a slash
	 */
	public String resolve(HttpServletRequest request, String path) {
		String site = (this.settings.address() != null) ? this.settings.address()
				: ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
		return site + path;
	}

}
