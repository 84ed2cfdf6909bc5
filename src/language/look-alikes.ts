// Kanji that are taken for one another: they look alike, or share a part and its sound.

/** Every character of a group may have been meant by any other. */
const groups = `
  道導動働 検験険倹剣 講構購溝 議義儀犠 績積責債 複復腹福副 官管館宮 則側測 適敵摘滴 製制 観歓勧権 補捕浦
  遺遣追 待持侍特 末未 士土 千干于 人入八 微徴 住往注柱 交公 券巻 緑縁録 析折拆 若苦 因困囚 域城成 図団固
  介界价 保候 働動 伝転 使便更 供洪共 修候 健建 億憶 偉違 優憂 原源 収取 受授 史吏 司同 名各 員貝具 問間聞関開閉
  国園囲 坂板阪 型形 境鏡 増贈憎 壁璧 夫失 委季秀 完元 室屋 家嫁 宿縮 寄奇 専博薄 導道 屋尾 履復 幹乾 幼功 庁丁 座庫 庭延
  廷延 往住 待侍 徒従 得特 必心 応広 快決 性生 情清 想相 態能 慢漫 成城 戸尸 所新 担但 拡広 招紹昭照 拠処 技枝 投役 推准進 掲揭
  提堤是 換喚 携推 撮最 政正 教数 整正 料科 斜科 族旅 日目曰 明朋 晴睛清 暮墓募 更使 書画 曜躍 期朝 木本 札礼 校交 村材財 析祈
  林森 枠粋 栄学 栽裁載 植値 検倹 構講 標票漂 模漠 権歓 歯齢 歴暦 残浅 母毋 比北 毛手 水氷永 汁計 決快 治冶 法去 波破 活話
  流硫 浸侵 消捎 渇喝 湖潮 温湿 測側 源原 漁魚 激檄 火大 災炎 無舞 煙焼 熟熱 牛午 物牧 状壮 独触 率卒 現視 球救 理埋 環還
  生主 用甲申 田由 町打 画書 略格 留貿 番審 疫役 療寮僚 発登 的約 監盤 直真 相想 看着 眠眼 短矩 研硏 究窮 破波 確鶴 示禾 礎楚
  祝祉 福副 秋科 称弥 移多 種重 積績 立位 章意 童重 笛苗 第弟 等寺 策束 管官 節即 築筑 粉紛 精清 系糸 紀記 純鈍 級吸 細畑 組祖
  経径 結給 統総 絶色 継断 続読 綱網 緊堅 線泉 編偏 織職識 罪非 署暑 羊洋 美羊 習羽 翌翼 老考 聖望 職識 育肓 胸脳 能態 腹複
  臣巨 自白 良食 色包 芸云 花化 苗笛 若苦 茶条 草早 荷何 落洛 蔵臓 薬楽 虐虚 血皿 行往 街衛 衝衡 表裏 裁栽 製制 複復 見貝 規現
  角用 解触 言信 訪防 設没 評平 試式 話活 詳洋 誘透 語話 説税脱 課果 調週 談淡 請晴清 論輪倫 警敬 議義 谷合 豊農 財材 貨貸賃
  費貸 貿留 資質 買員 賞償 起超 路格 車東 軸袖 軽経 載戴 輪論 輸輪 農豊 近返 送迭 逆送 通道 速束 造告 連運 週調 進推 遊游 運連
  過渦 道導 達違 遠達 適滴 選違 部郡 郷響 都者 配酌 酒酔 重童 野予 量童 金全 針釘 鉄鈇 録緑 鏡境 長辰 門問 間問 関開 防妨坊
  阪坂 降隆 院完 陸睦 険検 階皆 隊墜 際祭察 障章 雇屋 離難 雪雷 電雷 需霊 青責 静青 非作 面画 項頂 預須 領頒 頭題 類数 題顔 風凰
  飛尭 飯飲 飼飯 館管 駐駄 駅駄 騒験 高享 魚漁 鳥烏島 麦表 黒墨
`;

/** Character → those it may have been typed for. */
export const lookAlikes: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const alike = new Map<string, Set<string>>();
  for (const group of groups.match(/\S+/g) ?? []) {
    for (const one of group) {
      const others = alike.get(one) ?? new Set<string>();
      for (const other of group) if (other !== one) others.add(other);
      alike.set(one, others);
    }
  }
  return alike;
})();
