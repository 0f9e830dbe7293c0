package parallax.ingest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What ingest takes.
 *
 * @param maxDocumentSize of one document in UTF-8
 * @param bulkLines how many lines of a bulk upload are accepted in one transaction
 * @param maxMarkdownNesting levels of quotes and list items
 * @param maxHtmlNesting levels of elements; the parser itself knows at most 512
 */
@Validated
@ConfigurationProperties("parallax.ingest")
public record IngestSettings(
        @NotNull @DefaultValue("5MB") DataSize maxDocumentSize,
        @Min(1) @DefaultValue("200") int bulkLines,
        @Min(1) @DefaultValue("100") int maxMarkdownNesting,
        @Min(1) @Max(510) @DefaultValue("500") int maxHtmlNesting) {}
