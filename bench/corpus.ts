// A synthetic corpus of municipal projects, the same for the same seed: what search is measured on beyond the seeds.
import type { Seeds } from '../src/data/repository.ts';
import type { Kpi } from '../src/data/schemas/kpi.ts';
import type { PlanFile } from '../src/data/schemas/plan.ts';
import type { Project } from '../src/data/schemas/project.ts';
import type { SearchDocument } from '../src/search/index-options.ts';
import { indexOptions } from '../src/search/index-options.ts';

const subjects =
  '移住 定住 子育て 保育 学童保育 介護 高齢者 障害者 外国人 観光 宿泊 歴史 文化財 音楽 美術 スポーツ 健康 検診 医療 救急 防災 浸水 避難 消防 防犯 交通安全 公共交通 鉄道 バス 道路 橋りょう 空港 港湾 物流 農業 就農 農産物 林業 水産 給食 食育 学力 図書館 大学 研究 半導体 自動車 バイオ 創業 スタートアップ 企業誘致 工業団地 雇用 就職 女性活躍 働き方改革 人材育成 デジタル マイナンバー 地理空間情報 脱炭素 風力発電 再生可能エネルギー リサイクル ごみ 上水道 下水道 空き家 住宅 公園 景観 自転車 中心市街地 商店街 買い物 特産品 ふるさと納税 国際交流 姉妹都市 多文化共生 通訳 自治会 町内会 市民活動 ボランティア 消費生活 税 債権管理 公共施設 統計 広報 選挙 監査 文書管理 契約 動物愛護 墓地 斎場 河川 海岸 治山 耐震 下水処理 電気自動車 水素 ドローン 映画 アニメ 祭り 花火 温泉 サイクリング キャンプ 森林 里山 有機農業 畜産 酪農 茶 果樹 漁港 養殖'.split(
    ' ',
  );
const actions =
  '支援 促進 推進 整備 強化 充実 拡大 維持 保全 活用 創出 育成 確保 普及 啓発 見直し 再編 広域化 共同化 効率化 高度化 可視化 発信 誘致 連携'.split(
    ' ',
  );
const objects =
  '相談窓口 補助金 助成制度 研修 講座 計画 拠点施設 ネットワーク 協議会 実証実験 情報サイト 予約システム 調査 点検 改修工事 備品購入 委託業務 奨学金 表彰 見学会 交流会 セミナー 体験教室 説明会 巡回バス 見守り 訪問指導 健康教室 訓練 マニュアル'.split(
    ' ',
  );
const people =
  '若者 子ども 妊産婦 保護者 学生 女性 働く世代 高齢者 障害のある人 外国人住民 移住希望者 観光客 農業者 中小企業 起業家 商店主 自治会 事業者 職員 児童 生徒 ひとり親家庭'.split(
    ' ',
  );
const places =
  '東部 西部 南部 北部 中心部 沿岸 山間部 駅前 港 川沿い 団地 校区 離島 新町 本町 中央 若葉 緑が丘 桜台 松原 竹園 梅田 大橋 小浜 高台'.split(
    ' ',
  );

/** Numbers between 0 and 1, the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Picks early words more often than late ones, as texts do. */
function picker(random: () => number) {
  return (words: readonly string[]): string => words[Math.floor(random() ** 2 * words.length)] as string;
}

/** `count` projects of about 250 characters. */
export function syntheticDocuments(count: number, seed = 20261121): SearchDocument[] {
  const random = seededRandom(seed);
  const pick = picker(random);
  const weights = indexOptions.project;
  return Array.from({ length: count }, (_, i) => {
    const [subject, second] = [pick(subjects), pick(subjects)];
    const name = `${random() < 0.4 ? pick(places) : ''}${subject}${pick(actions)}${random() < 0.5 ? pick(objects) : ''}事業`;
    const keywords = [subject, second, pick(objects), pick(people), `${pick(subjects)}${pick(actions)}`];
    const summary =
      `${pick(people)}に向けて${subject}の${pick(objects)}を設け、${pick(places)}地区を中心に${second}の${pick(actions)}へつなげる。` +
      `${pick(people)}や${pick(people)}の声を聞き、${pick(objects)}と${pick(objects)}を組み合わせて${pick(subjects)}の${pick(actions)}にも取り組む。` +
      `令和${1 + Math.floor(random() * 8)}年度からは${pick(subjects)}の${pick(objects)}を見直し、${pick(places)}の${pick(subjects)}と合わせて${pick(actions)}を図る。` +
      `${pick(people)}が使いやすい${pick(objects)}とし、${pick(subjects)}に関わる${pick(people)}とともに${pick(actions)}を続ける。`;
    const policy = `${pick(subjects)}の${pick(actions)}による${pick(places)}のまちづくり`;
    return {
      kind: 'project',
      id: `synthetic-${i}`,
      name,
      aliases: [],
      keywords,
      publishedFy: 2020 + (i % 7),
      places: [],
      fields: [
        { weight: weights.name, text: name },
        ...keywords.map((text) => ({ weight: weights.keyword, text })),
        { weight: weights.summary, text: summary },
        { weight: weights.policy, text: policy },
        { weight: weights.department, text: `${pick(subjects)}${pick(actions)}課` },
      ],
    };
  });
}

/** Questions as people type them: one word, several, a sentence, kana, a slip. */
export function syntheticQueries(count: number, seed = 7): string[] {
  const random = seededRandom(seed);
  const pick = picker(random);
  const forms: (() => string)[] = [
    () => pick(subjects),
    () => `${pick(subjects)}${pick(actions)}`,
    () => `${pick(places)} ${pick(subjects)} ${pick(objects)}`,
    () => `${pick(people)}のための${pick(subjects)}の${pick(objects)}はどれですか`,
    () => pick(['いじゅう', 'こそだて', 'ぼうさい', 'kankou', 'akiya', 'こうきょうこうつう', 'げすいどう']),
    () => `${pick(subjects)}${pick(objects)}`.replace(/.(?=.$)/, ''),
  ];
  return Array.from({ length: count }, () => (forms[Math.floor(random() * forms.length)] as () => string)());
}

/** The real plans with `count` synthetic projects more, every other one with a KPI: figures as in the seeds, names and texts their own. */
export function withSynthetic(seeds: Seeds, count: number): Seeds {
  const documents = syntheticDocuments(count);
  const files = seeds.files.map((file) => ({ ...file, projects: [...file.projects], kpis: [...file.kpis] }));
  documents.forEach(({ id, name, fields }, i) => {
    const at = i % files.length;
    const into = files[at] as PlanFile;
    const { projects, kpis } = seeds.files[at] as PlanFile;
    const round = Math.floor(i / files.length);
    const [keywords, summary] = [fields.slice(1, 6), fields[6]];
    into.projects.push({
      ...(projects[round % projects.length] as Project),
      id,
      name,
      aliases: [],
      keywords: keywords.map(({ text }) => text),
      summary: summary?.text ?? name,
    });
    if (i % 2 === 0)
      into.kpis.push({
        ...(kpis[round % kpis.length] as Kpi),
        id: `${id}-kpi`,
        name: `${keywords[0]?.text}の${keywords[2]?.text}の利用者数`,
        aliases: [],
        keywords: [],
        policy: null,
        projects: [id],
      });
  });
  return { ...seeds, files };
}
