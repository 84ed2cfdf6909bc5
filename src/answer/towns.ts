// A town's projects, a project's towns, and yes or no to 「入ってる？」.
import type { Repository } from '../data/repository.ts';
import type { Condition, Question } from '../question/question.ts';
import type { Answer, ProjectEntry } from './answer.ts';
import { type Base, conditionsInWords } from './base.ts';
import { citiesAndTowns, describeTowns } from './describe-project.ts';
import { noteLeftOut } from './facts.ts';
import { silentOnFacts } from './silent.ts';

/** How many projects of the plans print no towns: they can neither be counted in nor out. */
function unknownNote(repository: Repository): string {
  const unknown = repository.projects.filter(({ participants }) => participants.scope === 'unknown').length;
  return `参加市町の記載がない事業（${unknown}件）は含みません。`;
}

/** Projects that a town takes part in, or does not. */
export function answerTownProjects(
  question: Question,
  base: Base,
  entries: ProjectEntry[],
  repository: Repository,
): Answer {
  const towns = question.conditions.flatMap((condition) => (condition.on === 'town' ? condition.town : []));
  base.notes.push(unknownNote(repository));
  return {
    ...base,
    kind: 'towns',
    towns,
    entries,
    lead: `${townsInWords(question, repository)}事業は${entries.length}件です。`,
  };
}

/** 連携中枢ビジョンのうち、直方市が参加する */
function townsInWords(question: Question, repository: Repository): string {
  const isTown = ({ on }: Condition) => on === 'town';
  const towns = conditionsInWords(
    { ...question, conditions: question.conditions.filter(isTown) },
    repository,
  );
  const others = conditionsInWords(
    { ...question, conditions: question.conditions.filter((condition) => !isTown(condition)) },
    repository,
  );
  return `${others === '' ? '' : `「${others}」のうち、`}${towns.replace(/参加$/, '参加する')}`;
}

/** 「北九州都市圏域は何市何町？」: the towns of an area, as the list of municipalities holds them. */
export function answerArea(area: string, base: Base, repository: Repository): Answer {
  const towns = repository.municipalities.filter((town) => town.area === area).map(({ name }) => name);
  return {
    ...base,
    kind: 'towns',
    towns,
    entries: [],
    lead: `${area}は${towns.length}市町（${citiesAndTowns(towns)}）です：${towns.join('、')}。`,
    aggregate: { op: 'count', of: 'project', value: towns.length, unit: '市町' },
  };
}

/** A project's towns, or how many cities and towns they are. */
export function answerProjectTowns(base: Base, found: ProjectEntry[], named: boolean): Answer {
  const printed = found.filter(({ record }) => record.participants.scope !== 'unknown');
  // Of several projects that one name may mean, those that print their towns.
  const entries = named && printed.length > 0 ? printed : found;
  noteLeftOut(base, found, entries);
  const known = entries.filter(({ record }) => record.participants.scope !== 'unknown');
  const shown = entries.length <= 6 ? entries : known.length > 0 ? known : entries;
  const lead = shown
    .slice(0, 6)
    .map((entry) => {
      const { text, silent } = describeTowns(entry);
      return `「${entry.record.name}」の${text}${silent ? '。' : 'です。'}`;
    })
    .join('\n');
  if (known.length === 0) return silentOnFacts(base, lead, entries);
  return { ...base, kind: 'towns', towns: [], entries: shown, lead };
}

/** 「参加していない町は？」: the towns of the plan's area that the project does not list. */
export function answerAbsentTowns(base: Base, found: ProjectEntry[], repository: Repository): Answer {
  const known = found.filter(({ record }) => record.participants.scope !== 'unknown');
  if (known.length === 0) return answerProjectTowns(base, found, true);
  const lead = known
    .slice(0, 6)
    .map(({ record, plan }) => {
      const area = repository.municipalities.find(({ name }) => name === plan.municipality)?.area;
      const absent = repository.municipalities
        .filter((town) => town.area === area && !record.participants.towns.includes(town.name))
        .map(({ name }) => name);
      return absent.length > 0
        ? `「${record.name}」に参加していない${area}の市町は${absent.join('、')}です（${absent.length}市町）。`
        : `「${record.name}」には${area}の全市町が参加しています。`;
    })
    .join('\n');
  return { ...base, kind: 'towns', towns: [], entries: known, lead };
}

/** 「苅田町は入ってる？」 about named projects. */
export function answerTownYesNo(question: Question, base: Base, entries: ProjectEntry[]): Answer {
  const known = entries.filter(({ record }) => record.participants.scope !== 'unknown');
  const asked = question.conditions.flatMap((condition) => (condition.on === 'town' ? condition : []));
  if (known.length === 0) {
    const lead = entries.map((entry) => `「${entry.record.name}」の参加市町は記載がありません。`).join('\n');
    return silentOnFacts(base, lead, entries);
  }
  const lead = known
    .flatMap((entry) =>
      asked.map(({ town }) => {
        const { towns, scope } = entry.record.participants;
        const many = `${scope === 'all' ? '全市町、' : ''}${towns.length}市町（${citiesAndTowns(towns)}）`;
        return towns.includes(town)
          ? `はい、「${entry.record.name}」の参加市町（${many}）に${town}は入っています。`
          : `いいえ、「${entry.record.name}」の参加市町（${many}：${towns.join('、')}）に${town}は入っていません。`;
      }),
    )
    .join('\n');
  return { ...base, kind: 'fact', entries: known, lead };
}
