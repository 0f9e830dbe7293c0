package parallax.publish.feed;

/** Text that XML 1.0 can hold. */
final class XmlText {

    private XmlText() {}

    /** Without the characters that no XML document may have, not even escaped. */
    static String clean(String text) {
        return text.codePoints()
                .filter(XmlText::allowed)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean allowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
