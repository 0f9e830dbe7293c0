package parallax.benchmarks.enrich;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import parallax.enrich.text.WordList;

/** Words to invent texts of. */
final class Words {

    private static final List<String> ENGLISH = english();

    private static final String[] CHINESE = ("模型 数据 公司 团队 产品 市场 用户 工程 研究 算力 芯片 能源 电池 卫星 火箭 机器 汽车 工厂 成本 利润 投资 资本 风险 增长"
                    + " 教育 学校 医院 药物 基因 蛋白 细胞 疾病 城市 建筑 铁路 港口 农业 粮食 气候 海洋 森林 河流 语言 文化 历史 艺术 音乐 电影 小说"
                    + " 新闻 媒体 广告 品牌 设计 软件 代码 网络 安全 隐私 法律 政府 政策 税收 贸易 关税 就业 工资 保险 银行 货币 债券 股票 家庭 孩子"
                    + " 父母 朋友 习惯 睡眠 运动 饮食 情绪 记忆 注意 学习 考试 老师 学生 经验 错误 失败 成功 机会 竞争 合作 信任 责任 自由 未来 过去"
                    + " 实验 理论 假设 证据 结论 问题 答案 方法 工具 流程 标准 质量 速度 效率 规模 系统 平台 接口 服务 客户 合同 价格 需求 供应 库存")
            .split(" ");

    /** Syllables of made-up names, and how Chinese writes them. */
    private static final String[] SYLLABLES = ("ka卡 lo洛 mi米 ren伦 ta塔 bo博 der德 vin文 sa萨 ne内 go戈 li利 mar马 dor多 ba巴 fel费"
                    + " zan赞 shi希 he赫 wa瓦 ju朱 chi奇 yu尤 quin昆")
            .split(" ");

    private static final int GIVEN_NAMES = 4000;

    /**
     * A name.
     *
     * @param latin in Latin letters
     * @param han in Chinese characters
     */
    record Name(String latin, String han) {

        String surname() {
            return latin.substring(latin.indexOf(' ') + 1);
        }
    }

    private Words() {}

    /** The person of that number: every number below 331,776 has another surname; some given names are common, most are rare. */
    static Name person(int number) {
        double chance = new Random(number * 31L).nextDouble();
        Name given = name((int) (GIVEN_NAMES * chance * chance), 3);
        Name surname = name(number);
        return new Name(given.latin() + " " + surname.latin(), given.han() + "·" + surname.han());
    }

    /** A made-up name of four syllables. */
    static Name name(int number) {
        return name(number, 4);
    }

    private static Name name(int number, int syllables) {
        int all = (int) Math.pow(SYLLABLES.length, syllables);
        int mixed = Math.floorMod(number * 0x9E3779B1L, all); // neighbours are to look nothing alike
        StringBuilder latin = new StringBuilder();
        StringBuilder han = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            String syllable = SYLLABLES[mixed % SYLLABLES.length];
            latin.append(syllable, 0, syllable.length() - 1);
            han.append(syllable.charAt(syllable.length() - 1));
            mixed /= SYLLABLES.length;
        }
        latin.setCharAt(0, Character.toUpperCase(latin.charAt(0)));
        return new Name(latin.toString(), han.toString());
    }

    static String english(Random random, int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(i == 0 ? "" : " ").append(ENGLISH.get(random.nextInt(ENGLISH.size())));
        }
        return text.toString();
    }

    static String chinese(Random random, int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(CHINESE[random.nextInt(CHINESE.length)]);
        }
        return text.toString();
    }

    private static List<String> english() {
        try (InputStream in = WordList.class.getResourceAsStream("/parallax/enrich/common-words.txt")) {
            if (in == null) {
                throw new IllegalStateException("enrich ships no list of words");
            }
            return new ArrayList<>(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(word -> word.length() > 3 && !word.startsWith("#"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
