package parallax.enrich.annotate;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.py.Pinyin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Foreign names written by sound in Chinese characters. */
final class Transliteration {

    /** Characters that such names are written with, simplified. */
    private static final String CHARACTERS =
            "阿埃艾爱安昂奥澳巴拜班邦包鲍贝本比彼毕别宾波伯勃博布卜采蔡藏曹策查察昌彻陈茨慈次丛达大代戴黛丹当道德登邓迪蒂第丁东杜敦顿多厄恩尔耳法凡范方菲费芬丰冯佛弗夫福富盖甘冈高戈哥格葛根贡古瓜圭果哈海汉汗豪赫黑亨洪胡华怀惠霍基吉季加佳嘉贾简杰捷金津京居卡凯坎康考柯科可克肯孔寇库夸奎坤昆拉腊莱来兰朗劳勒雷蕾累黎里李理丽莉利力连良列烈林琳刘留龙隆娄卢鲁路露吕伦罗洛马玛迈麦曼芒毛梅门蒙孟米密敏明缪摩莫默姆墨慕穆娜纳乃奈南内妮尼年涅宁纽农努诺女欧帕派潘庞培佩彭皮匹平坡珀泼浦普奇齐恰乔切钦青琼丘瞿曲让热仁日荣茹儒瑞若萨塞赛桑瑟森沙莎山珊尚绍舍申圣盛施史士仕世什斯丝司思朔松苏索所塔泰坦汤唐陶特滕提田廷亭图土托陀瓦娃万汪威薇韦为维伟魏温文翁沃乌吾武伍西希锡夏香肖谢辛欣兴休许逊雅亚扬杨耶叶伊依以易因尹英永尤于约泽曾扎詹哲珍芝治朱卓兹子宗祖佐座琪蒙森艺坎戛甸钱恺嫩娅雯铎谟狄祁岚绮莲蓓碧妲朵芙荷赖仑萝婷湾倩蜜绵佳蕴皑欢倪奚邱什韩侯基奇诗黛舒廖雪梭绥岱泽蕾桂埔狮曹齐鲍";

    private static final double ALIKE = 0.75;
    private static final int SHORTEST = 4;

    private Transliteration() {}

    /** Whether names are written with {@code c}. */
    static boolean has(char c) {
        return CHARACTERS.indexOf(c) >= 0;
    }

    /** Whether {@code chinese} sounds like {@code latin}: their consonants, voiced and unvoiced as one, are mostly the same in order. */
    static boolean alike(String latin, String chinese) {
        String one = skeleton(latin);
        String other = skeleton(pinyin(chinese));
        return one.length() >= SHORTEST
                && other.length() >= SHORTEST
                && one.charAt(0) == other.charAt(0)
                && 2.0 * common(one, other) / (one.length() + other.length()) >= ALIKE;
    }

    private static String pinyin(String chinese) {
        List<String> syllables = new ArrayList<>();
        for (Pinyin syllable : HanLP.convertToPinyinList(chinese)) {
            String sound = syllable.getPinyinWithoutTone();
            syllables.add(sound.equals("er") ? "l" : sound.equals("none") ? " " : sound);
        }
        return String.join("", syllables);
    }

    private static String skeleton(String name) {
        String sounds = name.toLowerCase(Locale.ROOT)
                .replace("sh", "s")
                .replace("ch", "s")
                .replace("zh", "s")
                .replace("ph", "f")
                .replace("th", "t")
                .replace("ck", "k")
                .replace("ng", "n")
                .replaceAll("c(?=[ei])", "s");
        StringBuilder skeleton = new StringBuilder();
        for (int i = 0; i < sounds.length(); i++) {
            char sound = sound(sounds.charAt(i));
            if (sound != 0 && (skeleton.isEmpty() || skeleton.charAt(skeleton.length() - 1) != sound)) {
                skeleton.append(sound);
            }
        }
        return skeleton.toString();
    }

    private static char sound(char c) {
        return switch (c) {
            case 'b', 'p' -> 'P';
            case 'f', 'v' -> 'F';
            case 'w' -> 'W';
            case 'm' -> 'M';
            case 'n' -> 'N';
            case 'l', 'r' -> 'L';
            case 'd', 't' -> 'T';
            case 'g', 'k', 'c', 'h' -> 'K';
            case 'j', 'q', 's', 'x', 'z' -> 'S';
            default -> 0;
        };
    }

    /** Length of the longest common subsequence. */
    private static int common(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int i = 0; i < a.length(); i++) {
            int diagonal = 0;
            for (int j = 0; j < b.length(); j++) {
                int above = row[j + 1];
                row[j + 1] = a.charAt(i) == b.charAt(j) ? diagonal + 1 : Math.max(above, row[j]);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
