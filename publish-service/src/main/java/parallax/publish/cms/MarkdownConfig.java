package parallax.publish.cms;

/** What is stored of a Markdown channel. */
record MarkdownConfig(String folder) {}
