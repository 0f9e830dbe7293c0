package parallax.enrich.annotate;

import com.hankcs.hanlp.HanLP;
import java.time.Instant;
import parallax.enrich.normalize.Article;
import parallax.enrich.normalize.Normalizer;
import parallax.enrich.text.TracedText;
import parallax.events.DocumentReceived;
import parallax.events.Rights;

/** Articles written for these tests. */
final class Texts {

    /** Somebody in no gazetteer, in English. */
    static final String ENGLISH = """
            # How we grew without salespeople | Marla Quenneville (Tindrop)

            Marla Quenneville is the founder of Tindrop, a startup that sells garden robots. She sat down with Lenny Rachitsky.

            "We had no sales team," said Quenneville. At Tindrop the product does the selling, and hiring salespeople came late.
            Retention was our growth model, and user growth followed activation. Tindrop tried paid acquisition once; conversion
            rate fell. Product-led growth won. Other founders ask Marla about retention all the time. Jack Altman asked too.
            """;

    /** The same story told in Chinese; the name is given in both scripts once. */
    static final String CHINESE = """
            # 没有销售团队的增长：专访 Tindrop 创始人

            玛拉·克内维尔（Marla Quenneville）是 Tindrop 的创始人，这家创业公司做园艺机器人。

            克内维尔说，留存就是增长模型，用户增长来自激活。软件工程师和人工智能专家都用 Tindrop 的数据库。
            产品驱动增长赢了，付费获客让转化率下降。玛拉·克内维尔谈到留存时提到马斯克与特朗普。她推荐《程序员的修养》，也推荐《程序员的修养》的续篇。
            """;

    private Texts() {}

    static Article article(String markdown) {
        return Normalizer.normalize(new DocumentReceived(
                "d", "0".repeat(64), "test", null, "text/markdown", markdown, Rights.FULL, Instant.EPOCH));
    }

    /** An article whose text is {@code text} as it stands, past the normaliser. */
    static Article ofText(String text) {
        Article article = article("# t\n\nx");
        return new Article(
                article.document(),
                null,
                article.title(),
                article.metadata(),
                null,
                TracedText.of(text),
                text,
                text,
                article.language(),
                article.form(),
                article.labels(),
                article.embeds());
    }

    /** As a reader in Taiwan would have it: other characters, and other words. */
    static String inTaiwan(String simplified) {
        return HanLP.convertToTraditionalChinese(simplified
                .replace("软件", "软体")
                .replace("数据库", "资料库")
                .replace("人工智能", "人工智慧")
                .replace("用户", "使用者")
                .replace("程序员", "程式设计师")
                .replace("特朗普", "川普"));
    }
}
