// Towns: full name, reading, short name, negated (入っていない, 以外); 全市町; towns that no document covers.
import { compact, findCompact } from '../compact.ts';
import { type Finding, findAll, type Parser } from '../finding.ts';

const negation =
  /^(?:だけ|のみ)?(?:が|は|も|の|を)?(?:[^、。が]{0,8})?(?:入って(?:い)?な|入らな|参加して(?:い)?な|参加しな|参加(?:は)?なし|含まれ(?:て(?:い)?)?な|含まな|関わって(?:い)?な|加わって(?:い)?な|以外|対象外|不参加|対象(?:では|じゃ)な|名前(?:が|は|も)?(?:な|(?:載って|挙がって|出て)(?:い)?な|見当たらな)|抜けて|外れて|除(?:く|いた)|ではな)/;
const joining =
  /^(?:\s(?=参加))?(?:だけ|のみ)?(?:が|は|も|の|に|を|と|って)?(?:(?:(?:連携|参加|構成|対象|関係)(?:する)?(?:市町村?|自治体)|メンバー|一員)(?:として|と|に|へ|の中に)?|連携(?:先)?(?:に|として)|圏域(?:で|の)?)?(?:も|で)?(?:(?:参加|関係|連携|関与|参画)(?:して(?:い)?(?:る|ます)|する|します|でき(?:る|ます)|中)?|関わ(?:って(?:い)?(?:る|ます)|る)|入(?:って(?:い)?(?:る|ます)|る|ります)|加わ(?:って(?:い)?(?:る|ます)|る)|含(?:まれ(?:て(?:い)?(?:る|ます)|る|ます)|む|んだ)|(?:名前が)?(?:載って(?:い)?る|挙がって(?:い)?る)|なって(?:い)?る|対象(?:に|として)?(?:なって(?:い)?(?:る|ます)|含(?:む|んで(?:い)?る|まれ(?:て(?:い)?)?る)|して(?:い)?る|する|の)?)?/;

/** Short names that are words or names of their own, too: only read before a particle or the end. */
const afterShortName = /^(?:$|[\sのがはもをに、。?!とで]|だけ|以外|って)/;

/** Kinds of towns are topics, no towns of their own: 姉妹都市, 中核市, 港町. */
const commonNoun =
  /(?<!^京)都市$|(?:中核|政令|政令指定|指定|特例|自治体|見本|朝|青空|株式|卸売|骨董|農産物直売)市$|(?:下|港|城下|宿場|門前|温泉|田舎|裏)町$|(?:農|漁|山|農山|農山漁|限界)村$|(?:行政|特|選挙|街|工)区$|(?:都道府|近|隣|他|両)県$|(?:都道|政|内閣)府$/;

export const parseTowns: Parser = (text, { vocabulary, command }) => {
  const findings: Finding[] = [];
  const covered: { at: number; end: number }[] = [];
  const add = (town: string, at: number, length: number) => {
    if (covered.some((span) => at < span.end && at + length > span.at)) return;
    const rest = text.slice(at + length);
    const before = text.slice(0, at);
    // 参加していないのが苅田町の事業: the negation may stand before the town.
    const first =
      /(?:含まれ|入ってい|入って|参加してい|参加し|加わってい)ない(?:の(?:が|は)|町が|市が)$/.test(before);
    const not = first ? [''] : negation.exec(rest);
    const claimed = not?.[0] ?? joining.exec(rest)?.[0] ?? '';
    covered.push({ at, end: at + length + claimed.length });
    findings.push({
      meaning: { is: 'condition', condition: { on: 'town', town, joined: not === null } },
      at,
      text: text.slice(at, at + length + claimed.length),
      weight: 1,
    });
  };
  const flat = compact(text);
  for (const town of vocabulary.towns) {
    const bare = town.full.replace(/[市町]$/, '');
    const short = [bare, ...(town.kana.length >= 5 ? [town.kana.replace(/(し|まち|ちょう)$/, '')] : [])];
    for (const form of [town.full, town.kana]) {
      for (const { at, length } of findCompact(flat, form)) {
        // 北九州市長, 北九州市立大学 are no towns.
        if (/^[長立民内役議制]/.test(text.slice(at + length))) continue;
        const rest = text.slice(at + length);
        const asTown = /参加|関わ|入って|含まれ|対象|以外|除|加わ/.test(rest.slice(0, 14));
        // The publisher's own name means its plans unless its taking part is asked for.
        if (town.publisherOf.length > 0 && !asTown && command !== 'machi') {
          findings.push({
            meaning: { is: 'condition', condition: { on: 'plan', plans: town.publisherOf } },
            at,
            text: text.slice(at, at + length),
            weight: 1,
          });
          covered.push({ at, end: at + length });
        } else add(town.name, at, length);
      }
    }
    if (town.publisherOf.length > 0 && command !== 'machi') continue;
    for (const form of short) {
      if (form.length < 2) continue;
      for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
        const before = text.charAt(at - 1);
        const script = /[ぁ-ん]/.test(form) ? /[ぁ-んァ-ヶー一-龠]/ : /[一-龠]/;
        const alone = text.trim() === form || command === 'machi' || /参加|入って|含ま|事業|関わ/.test(text);
        if (alone && !script.test(before) && afterShortName.test(text.slice(at + form.length)))
          add(town.name, at, form.length);
      }
    }
  }
  findings.push(
    // 連携市町が18より少ない事業, 17市町が参加する事業
    ...findAll(
      text,
      /(?:(?:連携|参加|対象|構成)?市町村?(?:の?数)?(?:が|は)\s?(\d{1,2})(?:市町村?|つ|団体|自治体)?|(\d{1,2})市町村?(?=以上|以下|未満|だけ|のみ|より|を下回|を超え|(?:が|で)(?:参加|対象|連携)[^?か]{0,6}(?:事業|もの)))\s?(以上|以下|未満|だけ|のみ|より(?:も)?(?:多|少な)い|を(?:超える|下回る)|超)?(?:(?:が|で)?(?:参加|対象|連携)[^?か、]{0,5}?|の|である|で)?(?=事業|もの|の?は|取組|連携事業)/g,
      ([, first, second, bound = '']) => ({
        is: 'condition',
        condition: {
          on: 'townCount',
          relation: /以上/.test(bound)
            ? '>='
            : /以下/.test(bound)
              ? '<='
              : /未満|少な|下回/.test(bound)
                ? '<'
                : /多|超/.test(bound)
                  ? '>'
                  : '=',
          count: Number(first ?? second),
        },
      }),
    ),
    ...findAll(
      text,
      /(?:全市町|全ての市町|すべての市町|全部の市町|どの市町も|全18市町|18市町(?:全て|すべて|全部))村?(?:が|を|は|の)?(?:対象|参加|入)?(?:に|と|では|で|じゃ|って)?(?:なって(?:い)?る|(?:い)?る|な(?:い|って(?:い)?ない)|した|して(?:い)?(?:る|ない)|する|の|以外の?)?/g,
      (match) => ({
        is: 'condition',
        condition: { on: 'scope', scope: /ない|以外/.test(match[0]) ? 'listed' : 'all' },
      }),
    ),
    ...findAll(
      text,
      /(?:一部の|特定の)市町(?:だけ|のみ)?(?:が|を)?(?:対象|参加)?(?:に|と)?(?:なって(?:い)?る|した|して(?:い)?る|する|の)?/g,
      () => ({
        is: 'condition',
        condition: { on: 'scope', scope: 'listed' },
      }),
    ),
    ...findAll(
      text,
      /(?:[一-龠]{1,5}|[ァ-ヶー]{2,6}|[ぁ-ん]{3,5}(?<!ない|いる|[のなたるいてでと]))(?:市|町|村|県|府|区)(?=$|[\sのがはもをに、。?!と]|って|以外)/g,
      (match) => {
        const name = match[0];
        const place = name.replace(
          /^(?:この|その|各|全|他の|近隣の?|周辺の?|圏域の?|構成|連携|参加|何|都)/,
          '',
        );
        if (
          place !== name ||
          commonNoun.test(name) ||
          /[地学校]区$|市町$|^(?:都市|市町|各市|両市|本市|周辺市|圏域市|関係市|何市|全市|近隣市)/.test(name)
        )
          return null;
        const takesPart = /^(?:が|は|も)?(?:参加|入って|含まれ|関わ|対象)/.test(
          text.slice(match.index + name.length),
        );
        const known = vocabulary.towns.some((town) => name.endsWith(town.full));
        if (takesPart) return known ? null : { is: 'unknown', what: 'town' };
        // A place inside a name (下関市) is a topic, unless its own projects are asked for.
        if (
          match.index === 0 &&
          /^の(?:事業|計画|kpi|指標|予算|取り?組み?|人口|目標)/.test(text.slice(name.length)) &&
          !vocabulary.towns.some((town) => town.full === name)
        )
          return { is: 'unknown', what: 'town' };
        if (known || vocabulary.everything.includes(name)) return null;
        return { is: 'unknown', what: 'town' };
      },
    ),
  );
  return findings;
};
