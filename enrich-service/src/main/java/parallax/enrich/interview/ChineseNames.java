package parallax.enrich.interview;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names in Chinese characters: transliterated ones by their middle dot, Chinese ones by surname and by how often they stand. */
final class ChineseNames {

    /** Characters that transliterations are made of. */
    private static final Set<Integer> TRANSLITERATES = characters("""
            阿埃艾爱安昂敖奥澳巴白拜班邦包保堡鲍北贝倍本比彼碧边别宾波玻伯勃博卜布采蔡藏策曾查昌彻茨慈聪达大戴丹当道得德登邓狄迪底地蒂第丁东都杜敦顿多厄俄额恩尔耳法凡范方菲费芬丰冯佛弗夫福甫富盖甘冈戈哥格根葛贡古瓜关圭郭果哈海汉翰杭豪赫黑亨恒洪胡华怀惠霍基吉季济加佳贾简江焦杰捷金津京久居卡喀凯坎康考柯科克肯孔库夸昆扩拉莱来赖兰郎朗劳勒雷黎里理丽利莉列林琳铃留刘柳龙隆卢鲁路露吕伦罗洛马玛迈麦曼茅梅门蒙盟孟米秘密明缪摩莫墨默姆木慕穆娜纳乃南内嫩妮尼年涅宁牛纽农努女诺欧帕派潘庞培佩彭皮匹平珀珍朴浦普奇齐其恰钱乔切钦琴青琼邱曲屈热仁日荣茹儒瑞若撒萨塞赛三桑瑟森僧沙莎山珊尚绍舍申圣盛施石什士寿舒朔思斯丝松苏绥孙索塔台太泰坦汤唐陶特腾藤提田铁汀廷亭通统图土吞托脱妥瓦万旺威韦维伟卫魏温文翁沃乌吴武伍西希悉锡席霞夏香祥向肖谢辛欣新兴幸雄休修许旭逊雅亚延扬央杨耶叶伊依宜因英永尤犹约云赞早泽扎宰詹张章朱卓兹宗祖佐座丘迭娅黛薇芙蕾芭蕊婷姬甸妲昔帖梭厦骚奎铎奈娃契廉李柏滕烈罕芒雪缇珂萝崔翠梵魁菈琪雯王书史素治瑙坤茜黄嘉蓓骆芮俞郝周陈莲梅虹玉洁凤秀仑绪庄祝历秋各优敏高滨嘉毕荷芝""");

    private static final Set<Integer> SURNAMES = characters("""
            王李张刘陈杨黄赵吴周徐孙马朱胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚汤陶黎温莫易樊乔文安殷颜庄章鲁倪庞邢俞翟蓝聂齐向申葛柴季印闫辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强丛华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓬仲麻柳匡南朴""");

    /** The surnames in Pinyin. */
    static final Set<String> SPELLED_SURNAMES = SURNAMES.stream()
            .map(surname -> NameSound.pinyin(Character.toString(surname)))
            .filter(spelled -> !spelled.isEmpty())
            .collect(Collectors.toUnmodifiableSet());

    /** Characters that no given name holds. */
    private static final Set<Integer> NO_NAME = characters(
            "是有能将在管会接从都的了不就也要可以与及过个这那到被让对为上下他她它我你们说问想看做用来去着把给并但而或如何时后前里中种些讲谈聊两几很更最又再才只没还每某此因由该吗呢吧啊哪谁请倍块市厂县省镇店院局处期岁第");

    /** Between names and what they are taken together with: anything but Chinese, and the words of the trade. */
    private static final Pattern BETWEEN_CLAUSES = Pattern.compile("[^\\p{IsHan}]+|对谈|访谈|对话|专访|做客|嘉宾|来宾|主持人|播客|时长|\\z");

    private static final int NER_SAMPLE = 6000;

    /** What follows a name helps to see that it is one. */
    private static final int CONTEXT = 100;

    private static final int OFTEN = 3;
    private static final int SHORTEST_OWN = 2;
    private static final int LONGEST_OWN = 3;
    private static final int LONGEST_FIRST = 6;
    private static final int LONGEST_LAST = 8;

    /** A title of characters that names are made of too. */
    private static final String DOCTOR = "博士";

    private final Segment segment = HanLP.newSegment().enableNameRecognize(true).enableTranslatedNameRecognize(false);

    /** A name and its place. */
    record Found(String name, int start, int end) {}

    /**
     * The names in {@code folded}.
     *
     * @param title how long the title is: what stands there need not stand often
     * @param lead how far it says what it is about
     */
    List<Found> in(String folded, int title, int lead) {
        List<Found> dotted = dotted(folded);
        List<Found> found = new ArrayList<>(dotted);
        for (String name : chineseOwn(folded, title, lead, dotted)) {
            for (int at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + name.length())) {
                found.add(new Found(name, at, at + name.length()));
            }
        }
        return found;
    }

    /** The name at the end of {@code words}, written in Chinese characters alone; null if there is none. */
    static @Nullable String endOf(String words) {
        for (int length = LONGEST_OWN; length >= SHORTEST_OWN; length--) {
            String end = words.substring(Math.max(0, words.length() - length));
            if (isNative(end)) {
                return end;
            }
        }
        return null;
    }

    private static List<Found> dotted(String folded) {
        List<Found> wide = new ArrayList<>();
        int end = 0;
        for (int dot = folded.indexOf('·'); dot >= 0; dot = folded.indexOf('·', Math.max(end, dot + 1))) {
            int start = dot;
            while (start > end
                    && dot - start < LONGEST_FIRST
                    && TRANSLITERATES.contains((int) folded.charAt(start - 1))) {
                start--;
            }
            int next = dot;
            do {
                end = next + 1;
                next = endOfPart(folded, end);
            } while (next > end && next < folded.length() && folded.charAt(next) == '·');
            end = next > end ? next : end - 1;
            end -= folded.substring(start, end).endsWith(DOCTOR) ? DOCTOR.length() : 0;
            if (start < dot && end > dot) {
                wide.add(new Found(folded.substring(start, end), start, end));
            }
        }
        return narrowed(wide);
    }

    /** Where the part of a transliterated name that begins at {@code start} ends. */
    private static int endOfPart(String folded, int start) {
        int end = start;
        while (end < folded.length()
                && end - start < LONGEST_LAST
                && TRANSLITERATES.contains((int) folded.charAt(end))) {
            end++;
        }
        return end;
    }

    /** "在埃隆·马斯克" beside "埃隆·马斯克": the shorter that stands more often is the name. */
    private static List<Found> narrowed(List<Found> wide) {
        Map<String, Integer> counts =
                new TreeMap<>(Comparator.comparingInt(String::length).thenComparing(name -> name));
        wide.forEach(name -> counts.merge(name.name(), 1, Integer::sum));
        Map<String, String> names = new HashMap<>();
        for (String name : counts.keySet()) {
            String best = name;
            for (String shorter : counts.keySet()) {
                if (shorter.length() < name.length()
                        && (name.endsWith(shorter) || name.startsWith(shorter))
                        && counts.get(shorter) >= counts.get(name)
                        && shorter.indexOf('·') > 0) {
                    best = shorter;
                    break;
                }
            }
            names.put(name, best);
        }
        return wide.stream()
                .map(found -> {
                    String name = names.getOrDefault(found.name(), found.name());
                    int start = found.name().endsWith(name) ? found.end() - name.length() : found.start();
                    return new Found(name, start, start + name.length());
                })
                .toList();
    }

    private Set<String> chineseOwn(String folded, int title, int lead, List<Found> dotted) {
        String sample = folded.substring(0, Math.min(Math.min(NER_SAMPLE, lead + CONTEXT), folded.length()));
        Set<String> early = new TreeSet<>();
        Matcher between = BETWEEN_CLAUSES.matcher(sample);
        int start = 0;
        while (start < lead && between.find()) {
            early.addAll(namesOf(sample.substring(start, between.start()), followsNumber(sample, start)));
            start = between.end();
        }
        return early.stream()
                .map(name -> whole(folded, name))
                .flatMap(Optional::stream)
                .filter(name -> dotted.stream().noneMatch(other -> other.name().contains(name)))
                .filter(name -> count(folded, name) >= (name.length() == LONGEST_OWN ? OFTEN - 1 : OFTEN)
                        || folded.substring(0, title).contains(name)
                        || introduced(sample, name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The name that {@code found} is, or is the beginning of: 林若 is 林若衡 where it never stands without 衡. Empty if it is the beginning
     * of what is no name, as 雷克雅 is.
     */
    private static Optional<String> whole(String text, String found) {
        Set<Integer> next = following(text, found);
        if (next.size() != 1 || count(text, found) < 2) {
            return Optional.of(found);
        }
        int last = next.iterator().next();
        if (!Character.isIdeographic(last)) {
            return Optional.of(found);
        }
        String longer = found + Character.toString(last);
        return isNative(longer) && following(text, longer).size() > 1 ? Optional.of(longer) : Optional.empty();
    }

    /** The characters that stand after {@code word}. */
    private static Set<Integer> following(String text, String word) {
        Set<Integer> next = new TreeSet<>();
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
            int end = at + word.length();
            next.add(end < text.length() ? (int) text.charAt(end) : 0);
        }
        return next;
    }

    /** What follows a number says what is counted: 万 is a surname too. */
    private List<String> namesOf(String clause, boolean counted) {
        return segment.seg(clause).stream()
                .skip(counted ? 1 : 0)
                .filter(term -> term.nature.toString().startsWith("nr"))
                .map(term -> term.word)
                .filter(ChineseNames::isNative)
                .toList();
    }

    private static boolean followsNumber(String text, int at) {
        int i = at - 1;
        while (i >= 0 && text.charAt(i) == ' ') {
            i--;
        }
        return i >= 0 && Character.isDigit(text.charAt(i));
    }

    /** Whether it is said of {@code name} that this is who speaks, or asks. */
    private static boolean introduced(String sample, String name) {
        for (int at = sample.indexOf(name); at >= 0; at = sample.indexOf(name, at + name.length())) {
            if (Cues.ofRole(sample, at, at + name.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNative(String word) {
        return word.length() >= SHORTEST_OWN
                && word.length() <= LONGEST_OWN
                && SURNAMES.contains((int) word.charAt(0))
                && word.chars().skip(1).noneMatch(NO_NAME::contains);
    }

    private static int count(String text, String word) {
        int count = 0;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
            count++;
        }
        return count;
    }

    private static Set<Integer> characters(String all) {
        return all.strip().chars().boxed().collect(Collectors.toUnmodifiableSet());
    }
}
