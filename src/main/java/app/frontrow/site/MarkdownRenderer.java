package app.frontrow.site;

import java.util.List;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;

import org.springframework.stereotype.Component;

/**
 * Makes HTML of Markdown. HTML in the text is shown as it was typed, links lead to web
 * and mail addresses only, and pictures become their words. The headings begin at the
 * second level, because the page has its own first one.
 */
@Component
class MarkdownRenderer {

	private static final int FIRST_HEADING = 2;

	/** Nobody needs more, and each level takes room on the stack. */
	private static final int MAX_DEPTH = 20;

	private final Parser parser = Parser.builder().maxOpenBlockParsers(MAX_DEPTH).maxInlineNesting(MAX_DEPTH).build();

	private final HtmlRenderer html = HtmlRenderer.builder()
		.escapeHtml(true)
		.sanitizeUrls(true)
		.urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
		.attributeProviderFactory((context) -> (node, tag, attributes) -> {
			if (node instanceof Link) {
				attributes.put("rel", "noopener noreferrer");
			}
		})
		.build();

	String render(String markdown) {
		Node document = this.parser.parse(markdown);
		document.accept(new Cleaner());
		return this.html.render(document);
	}

	private static class Cleaner extends AbstractVisitor {

		@Override
		public void visit(Heading heading) {
			heading.setLevel(Math.max(FIRST_HEADING, heading.getLevel()));
			visitChildren(heading);
		}

		@Override
		public void visit(Image image) {
			while (image.getFirstChild() != null) {
				image.insertBefore(image.getFirstChild());
			}
			image.unlink();
		}

	}

}
