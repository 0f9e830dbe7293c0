package parallax.enrich.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Names of foreigners, written by sound in Chinese characters with a middle dot between their parts: 鲍里斯·切尔尼. For folded text; passes without backtracking. */
public final class DottedNames {

    /** Characters that such names are written with, simplified. */
    private static final String CHARACTERS = """
            阿埃艾爱安昂敖奥澳巴白拜班邦包保堡鲍北贝倍本比彼碧边别宾波玻伯勃博卜布采蔡藏策曾查昌彻茨慈聪达大戴丹当道得德登邓狄迪底地蒂第丁东都杜敦顿多厄俄额恩尔耳法凡范方菲费芬丰冯佛弗夫福甫富盖甘冈戈哥格根葛贡古瓜关圭郭果哈海汉翰杭豪赫黑亨恒洪胡华怀惠霍基吉季济加佳贾简江焦杰捷金津京久居卡喀凯坎康考柯科克肯孔库夸昆扩拉莱来赖兰郎朗劳勒雷黎里理丽利莉列林琳铃留刘柳龙隆卢鲁路露吕伦罗洛马玛迈麦曼茅梅门蒙盟孟米秘密明缪摩莫墨默姆木慕穆娜纳乃南内嫩妮尼年涅宁牛纽农努女诺欧帕派潘庞培佩彭皮匹平珀珍朴浦普奇齐其恰钱乔切钦琴青琼邱曲屈热仁日荣茹儒瑞若撒萨塞赛三桑瑟森僧沙莎山珊尚绍舍申圣盛施石什士寿舒朔思斯丝松苏绥孙索塔台太泰坦汤唐陶特腾藤提田铁汀廷亭通统图土吞托脱妥瓦万旺威韦维伟卫魏温文翁沃乌吴武伍西希悉锡席霞夏香祥肖谢辛欣新兴幸雄休修许旭逊雅亚延扬央杨耶叶伊依宜因英永尤犹约云赞早泽扎宰詹张章朱卓兹宗祖佐座丘迭娅黛薇芙蕾芭蕊婷姬甸妲昔帖梭厦骚奎铎奈娃契廉李柏滕烈罕芒雪缇珂萝崔翠梵魁菈琪雯王书史素治瑙坤茜黄嘉蓓骆芮俞郝周陈莲虹玉洁凤秀仑绪庄祝历秋各优敏高滨毕荷芝曹察丛代汗寇腊累力连良娄毛坡泼瞿仕世司陀汪吾易尹哲子艺戛恺谟祁岚绮朵湾倩蜜绵蕴皑欢倪奚韩侯诗廖岱桂埔狮""";

    private static final boolean[] IS_USED = new boolean[Character.MAX_VALUE + 1];

    static {
        CHARACTERS.strip().chars().forEach(c -> IS_USED[c] = true);
    }

    /** A given name that elsewhere is a word. */
    private static final char JEAN = '让';

    private static final int LONGEST_FIRST = 7;
    private static final int LONGEST_FURTHER = 8;

    /** Words that a last part may run into. */
    private static final String TAIL = "来因若日";

    private static final int SHORTEST_BEFORE_TAIL = 2;
    private static final String DOCTOR = "博士";

    /** What somebody is, in characters that names are written with too; it may stand before the name. */
    private static final Set<String> TITLES = Set.of(
            "船东", "房东", "股东", "博士", "院士", "女士", "护士", "人士", "大夫", "总理", "经理", "助理", "主席", "首席", "大使", "公使", "特使", "系统",
            "总统", "作家", "专家", "画家", "玩家", "买家", "卖家");

    private static final int TITLE = 2;

    private DottedNames() {}

    /** A name and its place. */
    public record Name(String text, int start, int end) {}

    /** Whether names are written with {@code c}. */
    public static boolean has(char c) {
        return IS_USED[c];
    }

    /** Where the part of a name that begins at {@code start} ends at the latest. */
    private static int endOfPart(String folded, int start) {
        int end = start;
        while (end < folded.length() && end - start < LONGEST_FURTHER && has(folded.charAt(end))) {
            end++;
        }
        return end;
    }

    /** The names in {@code folded}, in its order. */
    public static List<Name> in(String folded) {
        List<Name> wide = new ArrayList<>();
        int end = 0;
        for (int dot = folded.indexOf('·'); dot >= 0; dot = folded.indexOf('·', Math.max(end, dot + 1))) {
            int start = dot;
            while (start > end && dot - start < LONGEST_FIRST && has(folded.charAt(start - 1))) {
                start--;
            }
            start = start == dot && dot > end && folded.charAt(dot - 1) == JEAN
                    ? dot - 1
                    : afterTitle(folded, start, dot);
            int next = dot;
            int from;
            do {
                from = next + 1;
                next = endOfPart(folded, from);
            } while (next > from && next < folded.length() && folded.charAt(next) == '·');
            end = next > from ? withoutTail(folded, from, next) : from - 1;
            if (start < dot && end > dot) {
                wide.add(new Name(folded.substring(start, end), start, end));
            }
        }
        return narrowed(wide);
    }

    private static int afterTitle(String folded, int start, int dot) {
        for (int at = start + 1; at <= Math.min(start + TITLE, dot - 1); at++) {
            if (at >= TITLE && TITLES.contains(folded.substring(at - TITLE, at))) {
                return at;
            }
        }
        return start;
    }

    /** The end of a name without the title and the function words that its last part ran into. */
    private static int withoutTail(String folded, int from, int end) {
        int last = end - from > DOCTOR.length() && folded.startsWith(DOCTOR, end - DOCTOR.length())
                ? end - DOCTOR.length()
                : end;
        while (last - from > SHORTEST_BEFORE_TAIL && TAIL.indexOf(folded.charAt(last - 1)) >= 0) {
            last--;
        }
        return last;
    }

    /** "在埃隆·马斯克" beside "埃隆·马斯克": the shorter that stands as often is the name. */
    private static List<Name> narrowed(List<Name> wide) {
        Map<String, Integer> counts =
                new TreeMap<>(Comparator.comparingInt(String::length).thenComparing(name -> name));
        wide.forEach(name -> counts.merge(name.text(), 1, Integer::sum));
        Map<String, String> names = new HashMap<>();
        counts.forEach((name, count) -> counts.entrySet().stream()
                .filter(other -> isPart(other.getKey(), name) && other.getValue() >= count)
                .findFirst()
                .ifPresent(other -> names.put(name, other.getKey())));
        return wide.stream()
                .map(found -> {
                    String name = names.getOrDefault(found.text(), found.text());
                    int start = found.text().endsWith(name) ? found.end() - name.length() : found.start();
                    return new Name(name, start, start + name.length());
                })
                .toList();
    }

    private static boolean isPart(String shorter, String name) {
        return shorter.length() < name.length() && (name.endsWith(shorter) || name.startsWith(shorter));
    }
}
