// What to do with the records: count, sum, find the largest, take a difference.
import { type Finding, findAll, type Parser } from '../finding.ts';

const many = '多い?く?|高い?く?|大き(?:い|な|く)?|長い?|良い?|よい';
const few = '少な(?:い|く)?|低い?く?|小さ(?:い|な|く)?|短い?|悪い?';
const ended = '(?:かった|い)?(?:の)?';

function top(text: string): number {
  const said =
    /(?:トップ|上位|ベスト|ワースト|下位)\s?(\d{1,2})|(\d{1,2})位(?:まで|以内の)|(?:kpi|指標|事業|順に|もの)(?:を|は|が)?\s?(\d{1,2})(?:つ|件|個)(?!以|も)/.exec(
      text,
    );
  return Math.max(1, Number(said?.[1] ?? said?.[2] ?? said?.[3] ?? 1));
}

export const parseOperations: Parser = (text) => {
  const measure = '(?:予算|事業費|人件費|達成率|目標|実績|基準値|現状値)[^、。]{0,4}?';
  const findings: Finding[] = [
    // 一番予算が大きい: the measure stands between.
    ...findAll(text, new RegExp(`(?:最も|もっとも|一番|いちばん)(?=${measure}(?:大き|多|高))`, 'g'), () => ({
      is: 'operation',
      operation: { does: 'max', top: top(text) },
    })),
    ...findAll(
      text,
      new RegExp(`(?:最も|もっとも|一番|いちばん)(?=${measure}(?:小さ|少な|低))`, 'g'),
      () => ({
        is: 'operation',
        operation: { does: 'min', top: top(text) },
      }),
    ),
    // 一番目標を上回ったのは: by the rate.
    ...findAll(
      text,
      /(?:最も|もっとも|一番|いちばん)目標(?:値)?(?:を|に)(?:大きく)?(?:(?:上回|超え|クリアし|達成し)|下回|届かな|達しな|達成でき)[ぁ-ん]{0,5}/g,
      ([said]) => ({
        is: 'operation',
        operation: { does: /下回|届かな|達しな|でき/.test(said) ? 'min' : 'max', top: top(text) },
      }),
    ),
    // 目標を何人上回った: the result against the target of its year.
    ...findAll(
      text,
      /(?:いくら|何(?:万|億|千)?(?:人|件|%|円|ポイント|本|回|団体)|どれ(?:くらい|だけ|ほど))(?:くらい|ぐらい|ほど)?(?:上回|下回|超え|足りな|及ばな|届かな|達しな)[ぁ-ん]{0,6}/g,
      () => ({ is: 'operation', operation: { does: 'diff', of: 'result' } }),
    ),
    // 予算は増えた？減った？
    ...findAll(
      text,
      /(?:増え|減り|減っ|増加し|減少し)(?:た|て(?:い)?る|て(?:い)?ます|まし)(?:た)?(?:のか|のです)?(?:か|の)?(?:\?|$)/g,
      () => ({ is: 'operation', operation: { does: 'diff' } }),
    ),
    ...findAll(
      text,
      /(?:最も|もっとも|一番|いちばん)(増え|増加し|伸び|上が|減っ|減少し|下が|へっ)(?:て(?:い)?る|た|った|して(?:い)?る|る)?(?:のは)?|(増加|減少|増|減)(?:額|幅)が(?:最も|一番|最大)(?:大きい|多い|の)?/g,
      (match) => ({
        is: 'operation',
        operation: {
          does: 'max',
          top: top(text),
          by: /減|下|へ/.test(match[1] ?? match[2] ?? '') ? 'fall' : 'rise',
        },
      }),
    ),
    ...findAll(
      text,
      /(?:の)?(?:差額?|差分|変化|増減)(?:の|が)(?:最も|もっとも|一番|いちばん)?(?:大きい|大きな)(?:順)?/g,
      () => ({ is: 'operation', operation: { does: 'max', top: top(text), by: 'gap' } }),
    ),
    ...findAll(
      text,
      new RegExp(
        `(?:最も|もっとも|一番|いちばん|1番|最)(?:${many})${ended}|最大(?:の)?|最高(?:の)?|最多(?:の)?|(?:トップ|上位|ベスト)\\s?\\d{0,2}(?:位|件|つ|事業)?(?:まで)?(?:の)?|(?:大き|多|高)い順|(?:どちら|どっち)(?:の方)?が(?:${many})`,
        'g',
      ),
      () => ({
        is: 'operation',
        operation: { does: 'max', top: top(text) },
      }),
    ),
    ...findAll(
      text,
      new RegExp(
        `(?:最も|もっとも|一番|いちばん|1番|最)(?:${few})${ended}|最小(?:の)?|最低(?:の)?|最少(?:の)?|(?:ワースト|下位)\\s?\\d{0,2}(?:位|件|つ|事業)?(?:まで)?(?:の)?|(?:小さ|少な|低)い順|(?:どちら|どっち)(?:の方)?が(?:${few})`,
        'g',
      ),
      () => ({
        is: 'operation',
        operation: { does: 'min', top: top(text) },
      }),
    ),
    ...findAll(
      text,
      /合計(?:額|金額|で)?|総額|合算|総計|トータル(?:で)?|全部で(?=いくら|の?予算|の?額)|全部合わせて|合わせて|足す(?:と)?|足し(?:て|上げ)/g,
      () => ({
        is: 'operation',
        operation: { does: 'sum' },
      }),
    ),
    ...findAll(
      text,
      /(?:の)?(?:差額?|差分)(?=は|が|を|って|$|\s|いくら|。|\?)|(?:いくら|いくつ|何(?:万|億|千)?(?:人|件|%|円|ポイント|社|校区|か所|箇所|団体|流域|回|本|施設)|どれ(?:くらい|だけ|ほど)|どの(?:くらい|程度))(?:くらい|ぐらい|ほど)?(?:の)?(?:増え|増や|増加|増し|ふえ|ふや|減ら|減っ|減り|減少|へら|下げ|下が|上げ|上が|伸び|伸ば|変わ|変化|増|減|不足)[ぁ-ん]{0,6}|あと(?:何\S{1,3}?|いくら|どれ(?:くらい|だけ|ほど)|どの(?:くらい|程度))(?=$|[\s、。?!でにかの必足])|(?:増加|減少|増減|伸び|変化)(?:額|幅)(?:は|を)?|増減(?:額)?(?=はいくら|は\?|は$|を教)/g,
      () => ({ is: 'operation', operation: { does: 'diff' } }),
    ),
    ...findAll(text, /(?<!目標(?:値)?の?)(?:約)?何倍(?:に|と)?(?:なって(?:い)?る|なった|増えた)?/g, () => ({
      is: 'operation',
      operation: { does: 'diff', of: 'ratio' },
    })),
    // 目標は基準値より何万人多い
    ...findAll(
      text,
      /(?:と比べて|に比べて|より(?:も)?)?(?:いくら|いくつ|何(?:万|億|千)?(?:人|件|%|円|ポイント|社|校区|か所|箇所|団体|流域|回|本|施設)|どれ(?:くらい|だけ|ほど)|どの(?:くらい|程度))(?:くらい|ぐらい|ほど)?(?:多|少な|高|低|大き|小さ|上(?!位)|下(?!位)|プラス|マイナス)[ぁ-ん]{0,4}/g,
      () => ({ is: 'operation', operation: { does: 'diff' } }),
    ),
    ...findAll(
      text,
      /何市町(?:村)?|何市(?=が|の|は|と|、|で|$|\s)|何町|いくつの?(?:市町|市|町|自治体)|何自治体|市町(?:の)?数|(?:市|町)(?:は|が)(?:いくつ|何(?:個|つ))|参加(?:市町)?数/g,
      () => ({ is: 'operation', operation: { does: 'count-towns' } }),
    ),
    ...findAll(
      text,
      /(?:kpi|指標)(?:は|が|って)?(?:全部で|いくつ|何個|何件|何本|の数)(?:あり|設定)?/g,
      () => ({
        is: 'operation',
        operation: { does: 'count-kpis' },
      }),
    ),
    ...findAll(
      text,
      /(?:全部で|合計)?(?:何件|いくつ|何個|何事業|何本|何種類|何項目)(?:くらい|ほど)?(?:が|は)?(?:あ(?:る|り(?:ます)?)|登録|掲載|設定)?(?:か)?|(?<!連携)(?:事業|kpi|指標)の?(?:件数|数)(?=は|を|が|って|$|\?|\s)|(?:事業|kpi|指標)の(?:合計数|総数)|(?<=の|^|\s)件数(?=は|を|って|$|\?)/g,
      () => ({ is: 'operation', operation: { does: 'count' } }),
    ),
    ...findAll(
      text,
      /(?:参加|入って|含まれて|関わって|対象に?(?:なって)?|加わって)(?:して)?(?:い)?(?:る|ます|る(?:の|ん)(?:です)?|ません)?(?:か|\?|の\?|っけ)|対象ですか|対象(?:か|\?)|入ってる$/g,
      // 「入ってる？」 of a named project and a town needs no word of its own: the town says it.
      () => ({ is: 'filler' }),
    ),
  ];
  return findings;
};
