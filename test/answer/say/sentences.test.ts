// The first sentence of each kind of answer, over the plan of an invented town.
import { describe, expect, test } from 'vitest';
import { all, asker, claim, limit, midorino, named, searchOf, wanted } from '../../support/query.ts';

const { lead, ask } = asker(midorino());
const hiroba = named('project', 'midorino-hiroba');
const bus = named('project', 'midorino-bus');
const taxi = named('project', 'midorino-taxi');
const kpi = (name: string) => named('kpi', `midorino-kpi-${name}`);

describe('values', () => {
  test('a year that is not said is the newest, and said', () => {
    const answer = ask({ sets: [hiroba], wanted: [wanted('budget')] });
    expect(answer.lead).toBe('「こども広場運営事業」の令和8年度の予算（事業費）は15,000千円です。');
    expect(answer.understood.assumed).toEqual(['年度の指定がないため、最新の令和8年度でお答えします。']);
    expect(answer.kind).toBe('budget');
  });
  test('a dash is no zero: what stands there instead is told', () => {
    expect(lead({ sets: [taxi], wanted: [wanted('budget', 2025)] })).toBe(
      '「乗合タクシー試行事業」の令和7年度の予算（事業費）は記載がありません（資料では「—」）（記載があるのは令和8年度 8,000千円）。',
    );
  });
  test('what no plan prints is not held, and no other figure stands in for it', () => {
    const said = lead({ sets: [hiroba], wanted: [wanted('settled', 2025)] });
    expect(said).toBe(
      '「こども広場運営事業」の令和7年度の決算額は収録していません（記載がありません）。収録しているのは令和7年度・令和8年度の予算（事業費）です。',
    );
  });
  test('a column of other plans is missing for a reason', () => {
    expect(lead({ sets: [hiroba], wanted: [wanted('deadline'), wanted('department')] })).toBe(
      '「広場の利用者数」の達成年度（期限）は令和9年度です。「待機児童数」の達成年度（期限）は令和9年度です。「こども広場運営事業」の担当課は子育てセンターです。',
    );
  });
  test('rows that differ are told with their rows', () => {
    expect(lead({ sets: [hiroba], wanted: [wanted('midorino/evaluation')] })).toBe(
      '「こども広場運営事業」の事業評価はNo. 1で「A」（令和7年度）、No. 2で「B」（令和7年度）です。',
    );
  });
  test('村 count among the towns, and who is missing is named', () => {
    expect(lead({ sets: [hiroba], wanted: [wanted('towns')] })).toBe(
      '「こども広場運営事業」の参加市町は2市町村（1市1村）：緑野市、南山村（入っていないのは北沢町）です。',
    );
  });
});

describe('counts and sums', () => {
  test('names while they are few', () => {
    expect(lead({ ask: 'count', sets: [all('project', { is: 'department', names: ['企画室'] })] })).toBe(
      '「企画室」の事業は2件です（「山村バス運行事業」、「乗合タクシー試行事業」）。',
    );
  });
  test('each year and together; who had no figure', () => {
    const answer = ask({ ask: 'sum', sets: [all('project')], wanted: [wanted('budget', 2025, 2026)] });
    expect(answer.lead).toBe(
      '収録している事業の予算（事業費）の合計は、令和7年度が52,000千円（2事業、記載のない1件は含みません）、令和8年度が53,000千円（3事業）、あわせて105,000千円です。',
    );
    expect(answer.notes).toEqual(['「乗合タクシー試行事業」は令和7年度の記載がないため含みません。']);
  });
  test('in the unit asked for', () => {
    expect(lead({ ask: 'sum', sets: [all('project')], wanted: [wanted('budget', 2026)], unit: '億円' })).toBe(
      '収録している事業の令和8年度の予算（事業費）の合計は0.53億円です（3事業）。',
    );
  });
  test('a search is no set: no figure', () => {
    const { lead: found } = asker(midorino(), { search: searchOf([{ id: 'midorino-bus', score: 2 }]) });
    const near = all('project', { is: 'near', words: '移動' });
    expect(found({ ask: 'sum', sets: [near], wanted: [wanted('budget')] })).not.toMatch(/千円/);
    expect(found({ ask: 'list', sets: [near] })).toBe('「移動」の事業は1件です（「山村バス運行事業」）。');
  });
  test('a word nobody read stands first, and no figure follows', () => {
    const sum = (word: string) => ({
      ask: 'sum' as const,
      sets: [all('project')],
      wanted: [wanted('budget')],
      unread: [word],
    });
    const finds = searchOf([{ id: 'midorino-bus', score: 2 }]);
    const answer = asker(midorino(), { search: finds }).ask(sum('山村'));
    expect(answer.lead).toMatch(/^「山村」を読み取れず、当てはまる記載は見つかりませんでした。/);
    expect(answer.lead).not.toMatch(/\d/);
    expect(answer.unread).toEqual(['山村']);
    // No plan holds this one: that is the answer.
    expect(ask(sum('ほげ')).lead).toBe('「ほげ」は、収録している資料に記載がありません。');
  });
});

describe('extremes, differences, comparisons', () => {
  const budget = (ask: 'max' | 'min', by: 'value' | 'rise' | 'fall') => ({
    ask: 'extreme' as const,
    sets: [all('project')],
    wanted: [wanted('budget', ...(by === 'value' ? [2026] : [2025, 2026]))],
    extreme: { way: ask, top: 1, nth: null, by },
  });
  test('the winner with its figure', () => {
    expect(lead(budget('max', 'value'))).toBe(
      '令和8年度の予算（事業費）が最も大きい事業は「山村バス運行事業」の30,000千円です。',
    );
    expect(lead(budget('max', 'fall'))).toBe(
      '令和7年度から令和8年度への予算（事業費）の減少が最も大きい事業は「山村バス運行事業」の10,000千円減（40,000千円→30,000千円）です。',
    );
  });
  test('per cents are never held against people', () => {
    const answer = ask({
      ask: 'extreme',
      sets: [all('kpi')],
      wanted: [wanted('target')],
      extreme: { way: 'max', top: 1, nth: null, by: 'value' },
    });
    expect(answer.lead).toBe('目標値が最も大きいKPIは「広場の利用者数」の2,000人（令和9年度）です。');
    expect(answer.notes.join('')).toContain('単位が「人」のものだけを比べました');
  });
  test('the amount, the share, the sign', () => {
    const between = {
      from: { attribute: 'budget', fy: 2025 },
      to: { attribute: 'budget', fy: 2026 },
      as: 'share' as const,
    };
    expect(lead({ ask: 'difference', sets: [bus], between })).toBe(
      '「山村バス運行事業」の予算（事業費）は令和7年度の40,000千円から令和8年度の30,000千円へ、2.5割（25%）の減（10,000千円の減）です。',
    );
  });
  test('both figures and the difference', () => {
    expect(lead({ ask: 'compare', sets: [hiroba, bus], wanted: [wanted('budget', 2026)] })).toBe(
      '令和8年度の予算（事業費）が多いのは「山村バス運行事業」の30,000千円です。「こども広場運営事業」は15,000千円で、差は15,000千円です。',
    );
  });
});

describe('what remains', () => {
  test('starts from the newest actual', () => {
    expect(lead({ ask: 'remaining', sets: [kpi('riyo')] })).toBe(
      '「広場の利用者数」は最新の実績1,600人（令和7年度）から目標2,000人（令和9年度）まで、あと400人です。',
    );
  });
  test('else from the baseline, and says so; less is better', () => {
    expect(lead({ ask: 'remaining', sets: [kpi('taiki')] })).toBe(
      '「待機児童数」は実績の記載がないため基準値30人（令和6年度）から目標0人（令和9年度）まで、あと30人減らす必要があります。',
    );
  });
  test('前年度比増 is no figure to reach', () => {
    expect(lead({ ask: 'remaining', sets: [kpi('josha')] })).toBe(
      '「バスの乗車数」は目標が「前年度比増」で、到達すべき数値の記載がないため、残りは計算できません（基準値は9.5万人（令和6年度））。',
    );
  });
});

describe('claims', () => {
  const whether = (sets: ReturnType<typeof kpi>[], parts: Parameters<typeof claim>[0], more = {}) =>
    lead({ ask: 'whether', sets, claim: claim(parts), ...more });
  test('towns', () => {
    expect(whether([hiroba], { within: [{ is: 'town', names: ['北沢町'] }] })).toBe(
      'いいえ、「こども広場運営事業」の参加市町に北沢町は入っていません。参加市町は2市町村（1市1村）です：緑野市、南山村。',
    );
    expect(whether([hiroba], { within: [{ is: 'town', names: ['北沢町'] }], denied: true })).toMatch(
      /^はい、/,
    );
    expect(whether([taxi], { within: [{ is: 'town', names: ['北沢町'] }] })).toBe(
      '「乗合タクシー試行事業」の参加市町は記載がないため、判断できません。',
    );
  });
  test('departments and policies', () => {
    expect(whether([bus], { within: [{ is: 'department', names: ['子育てセンター'] }] })).toBe(
      'いいえ、「山村バス運行事業」の担当課は企画室です。',
    );
    expect(whether([bus], { within: [{ is: 'policy', ids: ['midorino-hashira-1'], label: '' }] })).toBe(
      'はい、「山村バス運行事業」の位置づけは1 暮らしを支える ＞ 1-2 山村の足の確保です。',
    );
  });
  test('values and words', () => {
    const budget = { wanted: [wanted('budget', 2026)] };
    expect(whether([bus], { limits: [limit('=', 40_000_000, '4,000万円', '円')] }, budget)).toBe(
      'いいえ、「山村バス運行事業」の令和8年度の予算（事業費）は30,000千円です。',
    );
    expect(whether([bus], { words: ['D'] }, { wanted: [wanted('midorino/evaluation')] })).toBe(
      'はい、「山村バス運行事業」の事業評価は「D」（令和7年度）です。',
    );
  });
  test('moved: from the baseline to the newest actual', () => {
    expect(whether([kpi('manzoku')], { moved: 'up' })).toBe(
      'いいえ、「バスの満足度」の基準値（現状値）55.5%（令和6年度）から実績52.0%（令和7年度）へ、3.5ポイントの減です。',
    );
    expect(whether([kpi('taiki')], { moved: 'down' })).toContain('増減は判断できません。');
  });
  test('reached: by the actual of its year; without one it cannot be told', () => {
    expect(whether([kpi('riyo')], { reached: true })).toBe(
      'はい、「広場の利用者数」の最新の実績は1,600人（令和7年度）で、目標1,500人（令和7年度）に達しています（達成率106.7%、達成）。',
    );
    expect(whether([kpi('taiki')], { reached: true })).toBe(
      '「待機児童数」は実績の記載がないため、目標0人（令和9年度）に達したか判断できません（基準値は30人（令和6年度））。',
    );
  });
  test('same', () => {
    expect(whether([bus, taxi], { same: true }, { wanted: [wanted('department')] })).toBe(
      'はい、担当課はどちらも企画室で、同じです。',
    );
  });
});

describe('reasons', () => {
  const fell = { ask: 'why' as const, sets: [bus], wanted: [wanted('budget', 2026)] };
  const statement = {
    id: 's1',
    plan: 'midorino',
    subject: { kind: 'project', id: 'midorino-bus' },
    topic: 'reason',
    terms: ['減便'],
    text: '利用が減った便を取りやめた。',
    fy: 2026,
    figures: [],
    source: { document: '900', place: 'No. 3' },
  };
  test('a statement answers with its place', () => {
    const answer = asker(midorino(), { statements: [statement] }).ask(fell);
    expect(answer.lead).toBe('資料の記述（要約）：利用が減った便を取りやめた（文書900 No. 3）。');
    expect(answer.quotes).toEqual([
      { text: '利用が減った便を取りやめた。', place: '文書900 No. 3', plan: 'みらい計画' },
    ]);
  });
  test('without one the true direction is told', () => {
    expect(lead(fell)).toBe(
      '「山村バス運行事業」の予算（事業費）が減った理由は資料に記載がありません。「山村バス運行事業」の予算（事業費）は令和7年度の40,000千円から令和8年度の30,000千円へ、10,000千円の減です（減っています）。',
    );
  });
  test('a false premise is put right first', () => {
    expect(lead({ ...fell, claim: claim({ moved: 'up' }) })).toMatch(
      /^いいえ、「山村バス運行事業」の予算（事業費）は令和7年度の40,000千円から令和8年度の30,000千円へ、10,000千円の減です。/,
    );
  });
});

describe('several questions and none', () => {
  test('leads stand in order, records are united', () => {
    const answer = ask(
      { sets: [hiroba], wanted: [wanted('budget', 2026)] },
      { ask: 'remaining', sets: [kpi('riyo')] },
    );
    expect(answer.lead.split('\n')).toHaveLength(2);
    expect('entries' in answer && answer.entries.map(({ id }) => id)).toEqual([
      'midorino-hiroba',
      'midorino-kpi-riyo',
    ]);
    expect(answer.query).toHaveLength(2);
  });
  test('off topic: one sentence, nothing listed', () => {
    const answer = ask({ ask: 'off-topic', about: '明日の天気' });
    expect(answer.lead).toBe(
      '「明日の天気」は収録していません（記載がありません）。計画の事業・予算・KPIについてお答えします。',
    );
    expect('entries' in answer && answer.entries).toEqual([]);
  });
});
