package parallax.frontmatter;

/** The front matter cannot be read. The message says what is wrong and how to mend it. */
public final class FrontMatterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    FrontMatterException(String message, int line, int column) {
        super(message);
        this.line = line;
        this.column = column;
    }

    /** Where in the document, from 1. */
    public int line() {
        return line;
    }

    /** Where in the line, from 1. */
    public int column() {
        return column;
    }
}
