package app.frontrow.site;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The statements on the pages that were changed. A page without a row has the text of the
 * product.
 */
@Repository
class SiteTextRepository {

	private final JdbcClient jdbc;

	SiteTextRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<SiteText> find(SitePage page, String language) {
		return this.jdbc.sql("select markdown, version from site_texts where page = :page and language = :language")
			.param("page", page.code())
			.param("language", language)
			.query((row, number) -> new SiteText(page, language, row.getString("markdown"), row.getInt("version")))
			.optional();
	}

	/**
	 * Writes the next version of a text.
	 * @param text with the version that the editor has read
	 * @return false if somebody else was faster
	 */
	boolean save(SiteText text) {
		String sql = (text.version() == 0)
				? "insert ignore into site_texts (page, language, markdown, version, changed_at)"
						+ " values (:page, :language, :markdown, :version + 1, utc_timestamp(6))"
				: "update site_texts set markdown = :markdown, version = version + 1, changed_at = utc_timestamp(6)"
						+ " where page = :page and language = :language and version = :version";
		return this.jdbc.sql(sql)
			.param("page", text.page().code())
			.param("language", text.language())
			.param("markdown", text.markdown())
			.param("version", text.version())
			.update() == 1;
	}

}
