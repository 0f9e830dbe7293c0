package parallax.ingest.source;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes sources as OPML 2.0, which every reader of feeds takes. */
final class OpmlWriter {

    private OpmlWriter() {}

    /** The feeds among {@code sources}, by their names. */
    static String write(List<Source> sources, Instant at) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("opml");
            xml.writeAttribute("version", "2.0");
            xml.writeStartElement("head");
            xml.writeStartElement("title");
            xml.writeCharacters("Sources of Parallax");
            xml.writeEndElement();
            xml.writeStartElement("dateCreated");
            xml.writeCharacters(DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC)));
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeStartElement("body");
            for (Source source : sources) {
                outline(xml, source);
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string takes everything", e);
        }
        return out.toString();
    }

    private static void outline(XMLStreamWriter xml, Source source) throws XMLStreamException {
        xml.writeEmptyElement("outline");
        xml.writeAttribute("type", "rss");
        xml.writeAttribute("text", source.name());
        xml.writeAttribute("title", Objects.requireNonNullElse(source.state().title(), source.name()));
        xml.writeAttribute("xmlUrl", Objects.requireNonNullElse(source.address(), ""));
        if (source.language() != null) {
            xml.writeAttribute("language", source.language());
        }
    }
}
